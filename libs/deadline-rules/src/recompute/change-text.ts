import { localText } from '../explain/limit-text.ts';
import type { ExplainLanguage } from '../explain/explanation.ts';
import { changeWordsOf } from './change-words.ts';
import type { ChangeWords } from './change-words.ts';
import type { DayState } from './day-change.ts';
import type { ChangeReason, DueChange } from './open-step.ts';

/** A moved due as sentences, one a line: old and new, what it turned into, and each reason with its dates. */
export function changeText(change: DueChange, zone: string, language: ExplainLanguage): string[] {
  const words = changeWordsOf(language);
  const old = localText(change.old.at, zone);
  const first = change.new === null
    ? words.refused(old, change.refused ?? '')
    : change.movedMs === 0 ? words.stays(old) : words.moved(old, localText(change.new.at, zone));
  return [
    first,
    ...(change.turned ? [words[change.turned]] : []),
    ...(change.overdueAtOnce ? [words.overdue] : []),
    ...change.reasons.flatMap((reason) => reasonLines(reason, words, language)),
  ];
}

function reasonLines(reason: ChangeReason, words: ChangeWords, language: ExplainLanguage): string[] {
  switch (reason.kind) {
    case 'notice':
      return [words.notice[reason.change](reason.notice.title, reason.notice.published), ...dayLines(reason.dates, words, language)];
    case 'exception':
    case 'makeUpHours':
      return [words[reason.kind], ...dayLines(reason.dates, words, language)];
    case 'hours':
    case 'zone':
    case 'limit':
      return [words[reason.kind](reason.old, reason.new)];
    case 'counting':
      return [words.counting(reason.setting, reason.old, reason.new)];
  }
}

function dayLines(dates: Extract<ChangeReason, { kind: 'notice' }>['dates'], words: ChangeWords, language: ExplainLanguage): string[] {
  const told = ({ reason, hours, name }: DayState): string =>
    [name?.[language] ?? words.reason[reason], ...(hours === 'off' ? [] : [hours])].join(' ');
  return dates.map(({ date, old, new: now }) => `  ${words.day(date, told(old), told(now))}`);
}
