import { compileCalendar, dueInstantAt, parseDue } from '@huiyin/deadline-rules';
import type { DueDocument } from '@huiyin/regulation-engine';
import { all, entries, finding, type LintRule } from '../lint-subject.ts';

/** Any working calendar and start will do: what is looked for is a figure that leads out of the years that can be computed. */
const calendar = compileCalendar({ zone: 'Asia/Shanghai', hours: '09:00-17:00' });
const start = '2026-01-05T01:00:00.000Z';

const duration = /^P(?=[\dT])/;

function wrong(text: string): { readonly code: string; readonly message: string } | undefined {
  try {
    dueInstantAt(parseDue(text), start, calendar);
    return undefined;
  } catch (error) {
    const syntax = error instanceof Error && error.name === 'DueSyntaxError';
    return { code: syntax ? 'dueSyntax' : 'dueOutOfRange', message: error instanceof Error ? error.message : String(error) };
  }
}

/** Texts of a due with their paths; names of values and expressions are looked at elsewhere. */
function* textsOf(due: DueDocument | undefined, path: string): Generator<readonly [string, string]> {
  if (due === undefined) return;
  if (typeof due === 'string') {
    if (duration.test(due)) yield [path, due];
  } else if ('earliest' in due) for (const [index, member] of due.earliest.entries()) yield* textsOf(member, `${path}.earliest[${index}]`);
  else if ('before' in due) yield* textsOf(due.before.by, `${path}.before.by`);
  else yield* textsOf(due.is, `${path}.is`);
}

/** Every duration can be read, and leads to a day that exists. */
export const duesInRange: LintRule = (subject) =>
  all(subject).flatMap((pack) => {
    const { values, kinds, cycles } = pack.document;
    const found = [
      ...entries(values).flatMap(([name, { is }]) => (typeof is === 'string' && duration.test(is) ? [[`values.${name}.is`, is] as const] : [])),
      ...entries(kinds).flatMap(([kind, document]) => [
        ...textsOf(document.fallback, `kinds.${kind}.fallback`),
        ...entries(document.steps).flatMap(([step, { due, warn, series = [] }]) => [
          ...textsOf(due, `kinds.${kind}.steps.${step}.due`),
          ...textsOf(warn, `kinds.${kind}.steps.${step}.warn`),
          ...series.flatMap((member, index) => [...textsOf(member.due, `kinds.${kind}.steps.${step}.series[${index}].due`)]),
        ]),
      ]),
      ...entries(cycles).flatMap(([name, { due }]) => [...textsOf(due, `cycles.${name}.due`)]),
    ];
    return found.flatMap(([path, text]) => {
      const problem = wrong(text);
      return problem === undefined ? [] : [{ ...finding(pack, path, problem.code, problem.message), found: text }];
    });
  });
