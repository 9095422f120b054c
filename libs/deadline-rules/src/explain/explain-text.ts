import { parseDue } from '../due/parse-due.ts';
import type { Citation, ExplainOptions } from './citation.ts';
import type { Due, ExplainLanguage, Explanation, Segment } from './explanation.ts';
import { clockText, limitText, localText } from './limit-text.ts';
import { wordsOf } from './words-all.ts';
import type { Words } from './words.ts';

/**
 * An explanation as sentences, one a line: the clause, if one is cited, start and limit, each stretch, what moved it, the
 * due, the papers behind it.
 */
export function explainText(
  explanation: Explanation,
  due: Pick<Due, 'at' | 'inclusive' | 'provisional'>,
  language: ExplainLanguage,
  { cite }: ExplainOptions = {},
): string[] {
  const words = wordsOf(language);
  const { zone, notices } = explanation.calendar;
  const local = (at: string): string => localText(at, zone);
  const limit = (text: string): string => limitWords(text, zone, words);
  return [
    ...(cite ? citationLines(cite, words) : []),
    words.start(local(explanation.start), zone, limit(explanation.spec)),
    ...explanation.segments.map((segment) => segmentText(segment, explanation, local, words)),
    ...(explanation.rolled ? [words.rolled(explanation.rolled.from, explanation.rolled.to)] : []),
    ...(explanation.pauses ?? []).map(({ from, to, movedMs }) => words.pause(local(from), to === undefined ? null : local(to), clockText(movedMs, words))),
    ...(explanation.restarts ?? []).map((at) => words.restart(local(at))),
    ...(explanation.extensions ?? []).map(({ at, by, of, due: moved, approvedBy, reason }) =>
      words.extension(local(at), limit(by), of === 'start', local(moved), approvedBy, reason)),
    ...(explanation.others ?? []).map((other) => words.other(limit(other.spec), local(other.at))),
    words.due(local(due.at), due.inclusive),
    ...(due.provisional ? [words.provisional(due.provisional.year)] : []),
    ...(explanation.settings.length > 0 ? [words.settings(explanation.settings.map((setting) => settingText(setting, words)).join(words.comma))] : []),
    ...notices.map(({ title, number, published }) => words.notice(title, number, published)),
  ];
}

function citationLines({ rule, title, clause, words: quoted, open }: Citation, words: Words): string[] {
  return [words.clause([rule, title, clause].filter(Boolean).join(' '), quoted), ...(open ? [words.open] : [])];
}

function segmentText({ from, to, kind, reason, name, amount }: Segment, { counted }: Explanation, local: (at: string) => string, words: Words): string {
  const why = name ? words.named(words.reasons[reason], name) : words.reasons[reason];
  const inTime = counted.unit === 'ms' || counted.unit === 'workingMs';
  const unit = counted.unit === 'months' ? 'days' : counted.unit;
  const much = amount === undefined || amount === 0 ? null : inTime ? clockText(amount, words) : words.amount(unit, amount);
  return words.segment(kind === 'counted', local(from), local(to), why, much);
}

/** The limit in words, from its text; `before` marks a limit counted back from the start. */
function limitWords(text: string, zone: string, words: Words): string {
  const back = /^before (.*)$/.exec(text);
  const worded = limitText(parseDue(back ? back[1]! : text), zone, words.language);
  return back ? words.before(worded) : worded;
}

function settingText(setting: string, words: Words): string {
  const hour = /^hour=(.*)$/.exec(setting);
  return hour ? `${words.setting['hour']} ${hour[1]}` : (words.setting[setting] ?? setting);
}
