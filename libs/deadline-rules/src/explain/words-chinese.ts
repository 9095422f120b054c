import type { Words } from './words.ts';

const PERIODS = {
  businessDate: '营业日', day: '当日', week: '当周', halfMonth: '当半月', month: '当月', quarter: '当季', halfYear: '当半年', year: '当年',
} as const;
const NEXT = {
  businessDate: '下一营业日', day: '次日', week: '下周', halfMonth: '下半月', month: '下月', quarter: '下季', halfYear: '下半年', year: '下年',
} as const;

/** The sentences in Chinese; `t` turns every literal into the script of the language. */
export function chineseWords(language: 'zh-CN' | 'zh-TW', t: (literal: string) => string): Words {
  return {
    language,
    comma: '、',
    elapsed: (hours, minutes, seconds) => joined([[hours, t('小时')], [minutes, t('分钟')], [seconds, '秒']], t('0分钟')),
    working: (time) => t('工作时间') + time,
    workingDays: (n) => n + t('个工作日'),
    calendar: (months, days) =>
      joined([[Math.floor(months / 12), '年'], [months % 12, t('个月')], [days, '日']], '当日').replace('当日', t('当日')),
    at: (amount, hour) => amount + (hour === 'start' ? t('（至同一时刻）') : hour),
    timeOfDay: (hour) => t('下一个') + hour,
    endOf: (period) => t(`${PERIODS[period]}届满`),
    dayOfMonth: (day, next) => t(next ? '下月' : '当月') + `${day}日`,
    workingDayOf: (n, period, next) => t(next ? NEXT[period] : PERIODS[period]) + (n < 0 ? t('最后一个工作日') : t('第') + n + t('个工作日')),
    weekday: (weekday) => t('星期') + '一二三四五六日'[weekday],
    endOfDate: (date) => date + t('当日届满'),
    before: (amount) => t('之前') + amount,
    clause: (place, quoted) => t('条款：') + place + (quoted === undefined ? '' : `「${quoted}」`),
    open: t('期限为本单位设定，条文未给出数字'),
    start: (at, zone, limit) => t(`起算：${at}（${zone}）；期限：`) + limit,
    segment: (counted, from, to, reason, amount) =>
      `${t(counted ? '计入' : '不计')}：${from} ${t('至')} ${to}，${reason}${amount === null ? '' : `，${amount}`}`,
    reasons: {
      clock: t('按时钟连续计算'), hours: t('工作时间'), closed: t('非工作时间'), day: t('自然日'), workingDay: t('工作日'), startDay: t('开始当日'),
      weekend: t('休息日'), holiday: t('节假日'), makeUp: t('调休上班日'), exception: t('本单位另定'), rolled: t('顺移后的届满日'), pause: t('暂停'), summary: t('合并列示'),
    },
    named: (reason, name) => `${reason}（${name[language]}）`,
    amount: (unit, amount) => (unit === 'months' ? amount + t('个月') : unit === 'workingDays' ? amount + t('个工作日') : amount + '日'),
    rolled: (from, to) => t('届满日由') + from + t('移至') + to,
    pause: (from, to, moved) => t('暂停：') + from + (to === null ? t('起') : ` ${t('至')} ${to}`) + t('，期限顺延') + moved,
    restart: (at) => t('重新起算：') + at,
    extension: (at, by, ofStart, due, approvedBy, reason) =>
      t('延长：') + at + t(ofStart ? '，自起算点改为' : '，延长') + by + t('，到期') + due
      + (approvedBy === undefined ? '' : t('，批准人') + approvedBy) + (reason === undefined ? '' : t('，理由：') + reason),
    other: (limit, at) => t('未采用：') + limit + t('，到期') + at,
    due: (at, inclusive) => t('到期：') + at + t(inclusive ? '（含该时刻）' : '（不含该时刻）'),
    provisional: (year) => t('暂定：') + year + t('年的放假通知尚未收录，按每周工作时间推算'),
    notice: (title, number, published) => t('依据：') + [title, number, published].filter(Boolean).join('，'),
    settings: (list) => t('参数：') + list,
    setting: {
      'roll=forward': t('届满日遇休息日向后顺延'), 'roll=back': t('届满日遇休息日向前提前'), 'roll=none': t('届满日遇休息日不移动'),
      'rollOn=nonWorking': t('非工作日均移动'), 'rollOn=weekend': t('仅休息日移动'), 'rollOn=holiday': t('仅节假日移动'),
      'firstDay=excluded': t('开始当日不计'), 'firstDay=included': t('开始当日计入'), 'monthEnd=clamp': t('无对应日则为月末日'), hour: t('到期时刻'),
    },
  };
}

function joined(parts: [number, string][], none: string): string {
  const named = parts.filter(([amount]) => amount > 0).map(([amount, unit]) => `${amount}${unit}`);
  return named.length > 0 ? named.join('') : none;
}
