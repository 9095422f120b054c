import { parseDue } from '@huiyin/deadline-rules';
import type { DuePolicy } from '@huiyin/deadline-rules';
import type { DueDocument, PackDocument, RuleReference, StepDocument, ValueDocument } from '@huiyin/regulation-engine';

/** One way a due may come about: a limit of the deadline language, or an expression over the matter's facts. */
export interface DueMember {
  /** Where it stands in the pack. */
  path: string;
  text?: string;
  expression?: string;
  before?: { of: string; by: string };
  value?: { name: string; document: ValueDocument };
  policy: DuePolicy;
  /** Exceptions of the pack, which take the matter to decide. */
  unless: readonly { if: string; then: string }[];
}

/** An item of a pack that carries a rule and owes something by a time. */
export interface RuleDue {
  path: string;
  members: readonly DueMember[];
  /** The step has no limit of its own: the default of its kind, or the product's, stands in. */
  fallback?: true;
}

const FALLBACK: DueMember = { path: 'domain default', text: 'P1WD', policy: {}, unless: [] };

/** The steps and values of a rule that lead to a due, steps first; a value a step of the rule already uses is not repeated. */
export function ruleDues(pack: PackDocument, rule: string): RuleDue[] {
  const steps = Object.entries(pack.kinds ?? {}).flatMap(([kind, { steps = {}, fallback }]) =>
    Object.entries(steps).flatMap(([name, step]) => stepDues(pack, `kinds.${kind}.steps.${name}`, step, fallback, rule)));
  const cycles = Object.entries(pack.cycles ?? {}).filter(([, cycle]) => carries(cycle.rule, rule))
    .map(([name, { due }]): RuleDue => ({ path: `cycles.${name}`, members: membersOf(pack, due, `cycles.${name}.due`) }));
  const used = new Set([...steps, ...cycles].flatMap(({ members }) => members.map(({ value }) => value?.name)));
  const values = Object.entries(pack.values ?? {}).filter(([name, value]) => carries(value.rule, rule) && !used.has(name) && isDue(value.is))
    .map(([name]): RuleDue => ({ path: `values.${name}`, members: membersOf(pack, `value:${name}`, `values.${name}`) }));
  return [...steps, ...cycles, ...values];
}

/** Figures of a rule that are no limit in time, by name. */
export function otherFigures(pack: PackDocument, rule: string): [string, ValueDocument][] {
  return Object.entries(pack.values ?? {}).filter(([, value]) => carries(value.rule, rule) && !isDue(value.is));
}

/** A step's own due, and those of its series, as far as they carry the rule. */
function stepDues(pack: PackDocument, path: string, step: StepDocument, fallback: DueDocument | undefined, rule: string): RuleDue[] {
  const series = (step.series ?? []).flatMap(({ due, rule: own }, index): RuleDue[] =>
    (carries(own ?? step.rule, rule) ? [{ path: `${path}.series[${index}]`, members: membersOf(pack, due, `${path}.series[${index}].due`) }] : []));
  const single = carries(step.rule, rule) && (step.due !== undefined || step.series === undefined);
  return [...(single ? [stepDue(pack, path, step, fallback)] : []), ...series];
}

function stepDue(pack: PackDocument, path: string, step: StepDocument, fallback: DueDocument | undefined): RuleDue {
  if (step.due !== undefined) return { path, members: membersOf(pack, step.due, `${path}.due`) };
  const standIn = fallback ?? (pack.values?.['fallback'] ? 'value:fallback' : undefined);
  return { path, fallback: true, members: standIn === undefined ? [FALLBACK] : membersOf(pack, standIn, `${path}.due`) };
}

function membersOf(pack: PackDocument, due: DueDocument, path: string): DueMember[] {
  if (typeof due === 'string') return [textMember(pack, due, path)];
  if ('earliest' in due) return due.earliest.flatMap((member, index) => membersOf(pack, member, `${path}.earliest[${index}]`));
  if ('before' in due) return [{ path, before: due.before, policy: {}, unless: [] }];
  const unless = (due.unless ?? []).map((exception) => ({ if: exception.if, then: String(exception.then) }));
  return membersOf(pack, due.is, `${path}.is`).map((member) => ({ ...member, unless: [...unless, ...member.unless] }));
}

function textMember(pack: PackDocument, text: string, path: string): DueMember {
  const name = /^value:(\w+)$/.exec(text)?.[1];
  const document = name === undefined ? undefined : pack.values?.[name];
  if (name === undefined || !document) return { path, ...(isDue(text) ? { text } : { expression: text }), policy: {}, unless: [] };
  const { roll, firstDay, monthEnd, hour } = document;
  return {
    path, text: String(document.is), value: { name, document }, policy: { roll, firstDay, monthEnd, hour },
    unless: (document.unless ?? []).map((exception) => ({ if: exception.if, then: String(exception.then) })),
  };
}

function carries(reference: RuleReference, rule: string): boolean {
  return Array.isArray(reference) ? reference.map(String).includes(rule) : String(reference) === rule;
}

function isDue(text: unknown): boolean {
  try {
    parseDue(text as string);
    return typeof text === 'string';
  } catch {
    return false;
  }
}
