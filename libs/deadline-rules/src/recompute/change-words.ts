import type { DayReason } from '../calendar/day-rule.ts';
import type { ExplainLanguage } from '../explain/explanation.ts';
import { traditional } from '../explain/traditional.ts';

/** The sentences about a moved due in one language. */
export interface ChangeWords {
  moved(old: string, now: string): string;
  stays(at: string): string;
  refused(old: string, why: string): string;
  firm: string;
  provisional: string;
  overdue: string;
  notice: Record<'arrived' | 'withdrawn' | 'amended', (title: string, published: string) => string>;
  exception: string;
  makeUpHours: string;
  hours(old: string, now: string): string;
  zone(old: string, now: string): string;
  limit(old: string, now: string): string;
  counting(setting: string, old: string | undefined, now: string | undefined): string;
  day(date: string, old: string, now: string): string;
  reason: Record<DayReason, string>;
}

function chinese(t: (literal: string) => string): ChangeWords {
  const none = t('未设');
  return {
    moved: (old, now) => t('到期由') + old + t('变为') + now,
    stays: (at) => t('到期不变：') + at,
    refused: (old, why) => t('到期原为') + old + t('，现无法计算：') + why,
    firm: t('由暂定转为确定'),
    provisional: t('由确定转为暂定'),
    overdue: t('变更后即已逾期，须另行处理'),
    notice: {
      arrived: (title, published) => t('放假通知已收录：') + `${title}（${published}）`,
      withdrawn: (title, published) => t('放假通知已撤销：') + `${title}（${published}）`,
      amended: (title, published) => t('放假通知已修订：') + `${title}（${published}）`,
    },
    exception: t('本单位另定的日期有变'),
    makeUpHours: t('调休上班日的工作时间有变'),
    hours: (old, now) => t('每周工作时间由') + old + t('变为') + now,
    zone: (old, now) => t('时区由') + old + t('变为') + now,
    limit: (old, now) => t('期限由') + old + t('变为') + now,
    counting: (setting, old, now) => t('计算参数') + ` ${setting}：${old ?? none} → ${now ?? none}`,
    day: (date, old, now) => `${date}：${old} → ${now}`,
    reason: { week: t('工作日'), weekend: t('休息日'), holiday: t('节假日'), makeUp: t('调休上班日'), exception: t('本单位另定') },
  };
}

const ENGLISH: ChangeWords = {
  moved: (old, now) => `Due moved from ${old} to ${now}`,
  stays: (at) => `Due stays at ${at}`,
  refused: (old, why) => `Due was ${old}; it cannot be computed any more: ${why}`,
  firm: 'It was provisional and is firm now',
  provisional: 'It was firm and is provisional now',
  overdue: 'It is overdue at once: somebody has to decide',
  notice: {
    arrived: (title, published) => `Notice of holidays arrived: ${title} (${published})`,
    withdrawn: (title, published) => `Notice of holidays withdrawn: ${title} (${published})`,
    amended: (title, published) => `Notice of holidays amended: ${title} (${published})`,
  },
  exception: "The operator's own dates changed",
  makeUpHours: 'The hours of make-up days changed',
  hours: (old, now) => `Weekly hours changed from ${old} to ${now}`,
  zone: (old, now) => `The time zone changed from ${old} to ${now}`,
  limit: (old, now) => `The limit changed from ${old} to ${now}`,
  counting: (setting, old, now) => `Counting of ${setting}: ${old ?? 'unset'} → ${now ?? 'unset'}`,
  day: (date, old, now) => `${date}: ${old} → ${now}`,
  reason: { week: 'working day', weekend: 'weekend', holiday: 'public holiday', makeUp: 'make-up working day', exception: "the operator's exception" },
};

const WORDS: Record<ExplainLanguage, ChangeWords> = { 'zh-CN': chinese((literal) => literal), 'zh-TW': chinese(traditional), en: ENGLISH };

/** The sentences of a language; English if it is none of ours. */
export function changeWordsOf(language: ExplainLanguage): ChangeWords {
  return WORDS[language] ?? ENGLISH;
}
