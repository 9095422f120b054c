import { canonicalInstant, explainText, localToInstant, zonedText } from '@huiyin/deadline-rules';
import type { Citation, ExplainLanguage, WorkCalendar } from '@huiyin/deadline-rules';
import { folderOf, isProof, loadPack } from '@huiyin/regulation-packs';
import type { LoadedPack } from '@huiyin/regulation-packs';
import { CALENDAR_OPTIONS, chosenCalendar } from '../command-line/chosen-calendar.ts';
import { Options } from '../command-line/options.ts';
import { UsageError } from '../command-line/outcome.ts';
import type { Outcome } from '../command-line/outcome.ts';
import { EXPLAIN_WORDS } from './explain-words.ts';
import { otherFigures, ruleDues } from './rule-dues.ts';
import type { RuleDue } from './rule-dues.ts';
import { workedDue } from './worked-due.ts';

/** Explains when what a rule of a pack demands would fall due, with clause and words. Stores nothing. */
export function explainCommand(argv: readonly string[]): Outcome {
  const options = new Options(argv, ['pack', 'rule', 'start', 'lang', 'fact', ...CALENDAR_OPTIONS]);
  const language = options.choice('lang', ['zh-CN', 'zh-TW', 'en']);
  const rule = options.needed('rule');
  const pack = packOf(options.needed('pack'));
  const given = options.needed('start');
  const calendar = chosenCalendar(options, Number(given.slice(0, 4)) || 1970);
  const start = instantOf(given, calendar, '--start');
  const cite = pack.document.cites?.[rule];
  if (!cite) return { lines: [`${pack.document.pack} has no rule ${rule}; it has ${Object.keys(pack.document.cites ?? {}).join(', ')}`], code: 1 };
  const citation: Citation = { rule: `${pack.document.pack}/${rule}`, title: titleOf(pack, language), clause: cite.clause, words: cite.words };
  const facts = factsOf(options, calendar);
  const words = EXPLAIN_WORDS[language];
  const dues = ruleDues(pack.document, rule);
  const figures = otherFigures(pack.document, rule).map(([name, { is, word }]) => words.figure(`values.${name}`, JSON.stringify(is), word));
  const proof = isProof(pack.directory) ? [words.proof(pack.document.pack)] : [];
  if (dues.length === 0) return { lines: [...proof, `${citation.rule} ${citation.clause}：${words.nothing}`, ...figures], code: 1 };
  const blocks = dues.map((due) => blockOf(due, { pack, citation, start, calendar, facts, language }));
  return { lines: [...proof, ...blocks.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines])), ...figures], code: 0 };
}

interface Asked {
  pack: LoadedPack;
  citation: Citation;
  start: string;
  calendar: WorkCalendar;
  facts: ReadonlyMap<string, string>;
  language: ExplainLanguage;
}

function blockOf(item: RuleDue, { pack, citation, start, calendar, facts, language }: Asked): string[] {
  const words = EXPLAIN_WORDS[language];
  const { file, line } = pack.positions.of(item.path);
  const { due, from, leftOut } = workedDue(item.members, start, calendar, facts);
  const open = from?.value?.document.open === true;
  return [
    `${item.path}  (${file}:${line})`,
    ...(item.fallback ? [words.fallback] : []),
    ...(due ? explainText(due.explanation, due, language, { cite: { ...citation, open } }) : []),
    ...(from?.value ? [words.figure(`values.${from.value.name}`, String(from.value.document.is), from.value.document.word)] : []),
    ...leftOut.map((expression) => words.leftOut(expression)),
    ...item.members.flatMap(({ unless }) => unless.map((exception) => words.exception(exception.if, exception.then))),
    ...(due ? [`= ${zonedText(due.at, calendar.zone)}`] : []),
  ];
}

/** A pack, or a proof, by its id or its folder. */
function packOf(name: string): LoadedPack {
  try {
    return loadPack(folderOf(name));
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(error.message);
    throw error;
  }
}

function titleOf({ document: { title } }: LoadedPack, language: ExplainLanguage): string {
  return title[language] ?? title['zh-CN'];
}

/** `matter.appointedAt=2026-10-09T14:30`, by what stands before the first equals sign. */
function factsOf(options: Options, calendar: WorkCalendar): Map<string, string> {
  return new Map(options.all('fact').map((text) => {
    const [, expression, value] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
    if (expression === undefined || value === undefined) throw new UsageError(`--fact ${JSON.stringify(text)}; allowed: name=instant, such as matter.appointedAt=2026-10-09T14:30`);
    return [expression, /^\d{4}-\d\d-\d\d$/.test(value) ? value : instantOf(value, calendar, '--fact')] as const;
  }));
}

/** An instant with its offset, or a time of the calendar's zone. */
function instantOf(text: string, { zone }: WorkCalendar, option: string): string {
  try {
    return /(?:Z|[+-]\d\d:\d\d)$/i.test(text) && text.length > 16 ? canonicalInstant(text) : localToInstant(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00` : text, zone);
  } catch (error) {
    throw new UsageError(`${option} ${JSON.stringify(text)}: ${(error as Error).message}; allowed: 2026-10-09T11:45, a date, or an instant with offset`);
  }
}
