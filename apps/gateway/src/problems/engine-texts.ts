import type { LocaleTexts } from '@huiyin/platform-http';

/** Sentences of the engine's own refusals, where a pack has none of its own. */
export const ENGINE_TEXTS: Readonly<Record<string, LocaleTexts>> = {
  notAllowed: { 'zh-CN': '此事不由您办理', 'zh-TW': '此事不由您辦理', en: 'This is not yours to do' },
  wrongState: { 'zh-CN': '当前状态下不能这样做', 'zh-TW': '目前狀態下不能這樣做', en: 'Not possible in the present state' },
  notYourTurn: { 'zh-CN': '还没有轮到这一步', 'zh-TW': '還沒有輪到這一步', en: 'It is not this step’s turn' },
  required: { 'zh-CN': '必须填写', 'zh-TW': '必須填寫', en: 'Must be given' },
  unknownField: { 'zh-CN': '此处不接受这一项', 'zh-TW': '此處不接受這一項', en: 'This is not accepted here' },
  stampedByTheAct: { 'zh-CN': '这一项由办理时记录，不能填写', 'zh-TW': '這一項由辦理時記錄，不能填寫', en: 'This is stamped by the act and cannot be typed' },
  notInTheFuture: { 'zh-CN': '不能是将来的时间', 'zh-TW': '不能是將來的時間', en: 'Must not lie in the future' },
  checkFailed: { 'zh-CN': '不符合规定', 'zh-TW': '不符合規定', en: 'Does not meet the rule' },
  alreadySigned: { 'zh-CN': '已经签过', 'zh-TW': '已經簽過', en: 'Signed already' },
  contentDiffers: { 'zh-CN': '与已签内容不一致', 'zh-TW': '與已簽內容不一致', en: 'Differs from what was signed' },
  unknownAct: { 'zh-CN': '没有这种办理', 'zh-TW': '沒有這種辦理', en: 'There is no such act' },
  wrongType: { 'zh-CN': '类型不对', 'zh-TW': '類型不對', en: 'Wrong type' },
  outOfRange: { 'zh-CN': '超出允许范围', 'zh-TW': '超出允許範圍', en: 'Out of range' },
  unique: { 'zh-CN': '已被占用', 'zh-TW': '已被佔用', en: 'Already taken' },
  unknownReference: { 'zh-CN': '没有找到所指的对象', 'zh-TW': '沒有找到所指的對象', en: 'What this points to is not known here' },
  otherService: { 'zh-CN': '须同时办理的事项不在同一服务', 'zh-TW': '須同時辦理的事項不在同一服務', en: 'What this takes along is hosted elsewhere and cannot happen at once' },
  tooManyTogether: { 'zh-CN': '须同时办理的事项过多', 'zh-TW': '須同時辦理的事項過多', en: 'Too many acts at once' },
  evaluation: { 'zh-CN': '条件无法判断，按规定不能放行', 'zh-TW': '條件無法判斷，按規定不能放行', en: 'A condition could not be judged, so it does not let this pass' },
  severalGovern: { 'zh-CN': '有不止一套规程管辖此事项，须先在制度中决定由哪一套管辖', 'zh-TW': '有不止一套規程管轄此事項，須先在制度中決定由哪一套管轄', en: 'More than one regulation governs this; the policy must say which' },
  rebindFinal: { 'zh-CN': '事项已经办结，不再更换制度', 'zh-TW': '事項已經辦結，不再更換制度', en: 'The matter is settled and stays under its policy' },
  rebindSamePolicy: { 'zh-CN': '事项已经适用这一制度', 'zh-TW': '事項已經適用這一制度', en: 'The matter is under this policy already' },
  rebindUnknownKind: { 'zh-CN': '这一制度没有这种事项', 'zh-TW': '這一制度沒有這種事項', en: 'This policy knows no such kind of matter' },
  rebindUngoverned: { 'zh-CN': '这一制度不含管辖此事项的规程', 'zh-TW': '這一制度不含管轄此事項的規程', en: 'This policy lacks the regulation that governs the matter' },
  rebindUnknownState: { 'zh-CN': '这一制度没有事项所处的状态', 'zh-TW': '這一制度沒有事項所處的狀態', en: 'This policy does not know the state the matter is in' },
  sealed: { 'zh-CN': '单据已封存，不能改动', 'zh-TW': '單據已封存，不能更動', en: 'The form is sealed and cannot be changed' },
};

/** Titles of refused acts by the stage that refused first. */
export const STAGE_TITLES = {
  actor: { 'zh-CN': '无权办理', 'zh-TW': '無權辦理', en: 'Not permitted' },
  gate: { 'zh-CN': '制度不允许', 'zh-TW': '制度不允許', en: 'The regulation does not allow this' },
  turn: { 'zh-CN': '尚未轮到', 'zh-TW': '尚未輪到', en: 'Not its turn' },
  form: { 'zh-CN': '填写不完整或有误', 'zh-TW': '填寫不完整或有誤', en: 'Incomplete or wrong' },
} as const satisfies Record<string, LocaleTexts>;
