import { calendarDifference, canonicalInstant, changeText, recompute } from '@huiyin/deadline-rules';
import type { DueChange, ExplainLanguage } from '@huiyin/deadline-rules';
import { Options } from '../command-line/options.ts';
import { UsageError } from '../command-line/outcome.ts';
import type { Outcome } from '../command-line/outcome.ts';
import { readSteps } from './open-steps.ts';
import { readPolicy } from './policy-file.ts';
import type { PreviewPolicy } from './policy-file.ts';
import { PREVIEW_WORDS } from './preview-words.ts';

/**
 * What an edit of calendar or policy would do: where the two differ, and which open dues it would move, from when to when
 * and why. Stores nothing. Throws FileRefusedError.
 */
export function previewCommand(argv: readonly string[]): Outcome {
  const options = new Options(argv, ['from', 'to', 'open', 'at', 'lang', 'json']);
  const language = options.choice('lang', ['zh-CN', 'zh-TW', 'en']);
  const asJson = options.choice('json', ['no', 'yes']) === 'yes';
  const [from, to] = [readPolicy(options.needed('from')), readPolicy(options.needed('to'))];
  const path = options.one('open');
  const steps = path === undefined ? [] : readSteps(path, from, to);
  const changes = recompute(steps, from.calendar, to.calendar, { asOf: instantOf(options.one('at')) });
  if (asJson) return { lines: [JSON.stringify(changes, undefined, 2)], code: 0 };
  const open = steps.filter((step) => step.open !== false).length;
  return { lines: [...differenceLines(from, to, language), ...changeLines(changes, to, language, open, path !== undefined)], code: 0 };
}

function instantOf(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : canonicalInstant(text);
  } catch {
    throw new UsageError(`--at ${JSON.stringify(text)}; allowed: an RFC 3339 instant with offset`);
  }
}

function differenceLines(from: PreviewPolicy, to: PreviewPolicy, language: ExplainLanguage): string[] {
  const words = PREVIEW_WORDS[language];
  const { zone, hours, notices, days } = calendarDifference(from.calendar, to.calendar);
  const names = [...new Set([...from.values.keys(), ...to.values.keys()])];
  const told = (policy: PreviewPolicy, name: string): string => {
    const value = policy.values.get(name);
    return value ? [value.text, ...Object.entries(value.policy).map(([setting, chosen]) => `${setting}=${chosen}`)].join(' ') : '-';
  };
  const lines = [
    ...(zone ? [words.value('zone', zone.old, zone.new)] : []),
    ...(hours ? [words.value('hours', hours.old, hours.new)] : []),
    ...notices.map(({ change, notice: { id } }) => words.value('notices', change === 'arrived' ? '-' : id, change === 'withdrawn' ? '-' : id)),
    ...(days.length > 0 ? [words.dates(days.length)] : []),
    ...names.filter((name) => told(from, name) !== told(to, name)).map((name) => words.value(name, told(from, name), told(to, name))),
  ];
  return lines.length > 0 ? [words.differences, ...lines.map((line) => `  ${line}`)] : [words.none];
}

function changeLines(changes: readonly DueChange[], { calendar: { zone } }: PreviewPolicy, language: ExplainLanguage, open: number, asked: boolean): string[] {
  if (!asked) return [];
  const moved = changes.filter((change) => change.movedMs !== 0 || change.new === null).length;
  const turned = changes.filter((change) => change.turned !== undefined).length;
  const told = changes.flatMap((change) => ['', change.id, ...changeText(change, zone, language).map((line) => `  ${line}`)]);
  return [...told, '', PREVIEW_WORDS[language].summary(moved, turned, open)];
}
