import { RUNS } from '@huiyin/regulation-engine';
import type { TypeSpec } from '@huiyin/regulation-engine';
import { movesOf, type EffectiveKind } from '../effective-kind.ts';
import { fieldType, type LinkType } from './field-types.ts';

const text: TypeSpec = { base: 'text' };
const optionalPerson: TypeSpec = { base: 'person', optional: true };

/** What every matter carries besides its facts. */
export const head: Readonly<Record<string, TypeSpec>> = {
  id: text, kind: text, number: { base: 'text', optional: true }, state: text, final: { base: 'bool' }, owner: optionalPerson,
  openedAt: { base: 'instant' }, openedBy: { base: 'person' }, firstContact: optionalPerson, overdue: { base: 'bool' },
};
const done: TypeSpec = { base: 'object', name: 'done', fields: { by: { base: 'person' }, at: { base: 'instant' }, times: { base: 'int' } } };
export const step: TypeSpec = {
  base: 'object',
  name: 'step',
  fields: {
    name: text, who: { base: 'list', of: { base: 'person' }, max: 20 }, due: { base: 'instant', optional: true }, open: { base: 'bool' }, verdict: { base: 'text', optional: true }, doneAt: { base: 'instant', optional: true }, startedAt: { base: 'instant' }, dropped: { base: 'bool' },
    line: { base: 'text', optional: true }, member: { base: 'int', optional: true }, extended: { base: 'int' }, margin: { base: 'int', optional: true },
  },
};

/** Runs of steps that a matter is taken to have at most, where the cost of an expression over them is bounded. */
const mostRuns = 100;

/** Fields of the kind as types; `present` says which are surely there. */
export function factTypes(kind: EffectiveKind, present: (field: string) => boolean, link: LinkType): Readonly<Record<string, TypeSpec>> {
  return Object.fromEntries([...kind.fields].map(([name, placed]) => [name, fieldType(name, placed.map(({ document }) => document), !present(name), link)]));
}

/** Fields that every matter of the kind has: required by each act that makes one. */
export function alwaysPresent(kind: EffectiveKind): (field: string) => boolean {
  const making = [...kind.acts].filter(([, placed]) => placed.some(({ document }) => document.from?.includes('new'))).map(([act]) => act);
  return (field) => making.length > 0 && making.every((act) => requiredBy(kind, field, act));
}

export function requiredBy(kind: EffectiveKind, field: string, act: string): boolean {
  return (kind.fields.get(field) ?? []).some(({ document }) => document.required?.includes(act));
}

/** States that a matter of the kind can be in; an attempt that was refused and kept is in `refused`. */
function statesOf({ states, final, resting, acts }: EffectiveKind): readonly string[] {
  return [...new Set(['new', 'refused', ...states, ...final, ...resting, ...[...acts.values()].flatMap((placed) => { const { from = [], to } = movesOf(placed); return [...from, ...to]; })])];
}

/** A matter of the kind: head, facts, what was done, steps. `did`: acts that surely have been done. */
export function matterType(kind: EffectiveKind, present: (field: string) => boolean, link: LinkType, did: readonly string[] = []): TypeSpec {
  const acts = Object.fromEntries([...kind.acts.keys()].map((act) => [act, did.includes(act) ? done : { ...done, optional: true }]));
  const runs: TypeSpec = { base: 'list', of: step, max: mostRuns };
  const steps = Object.fromEntries([...kind.steps.map(({ name }) => name), 'fallback'].map((name) => [name, { ...step, optional: true }]));
  return {
    base: 'object',
    name: kind.name,
    fields: { ...factTypes(kind, present, link), ...head, state: { ...text, options: statesOf(kind) }, did: { base: 'object', name: `${kind.name}.did`, fields: acts }, [RUNS]: runs, steps: { base: 'object', name: `${kind.name}.steps`, fields: steps, of: step, max: mostRuns } },
  };
}
