import type { CompiledAct } from '../compile/compiled-act.ts';
import type { CompiledException, CompiledPersons, PersonEntry } from '../compile/compiled-item.ts';
import type { CompiledAction, CompiledWarn, CompiledPrinciple, CompiledEffect, CompiledKind, CompiledStep, Resolvable } from '../compile/compiled-kind.ts';
import type { CompiledExpression } from '../cel/expression.ts';

/** Every expression of an item, to see which queries it reads. */
export type Expressions = readonly (CompiledExpression | undefined)[];

export const ofValue = (value: { readonly expression: CompiledExpression } | { readonly literal: unknown }): Expressions => ('expression' in value ? [value.expression] : []);
const ofException = ({ if: condition, then, unless }: CompiledException): Expressions => [condition, ...ofValue(then), ...unless.flatMap(ofException)];
const ofEntry = (entry: PersonEntry): Expressions => (entry.type === 'expression' ? [entry.expression] : entry.type === 'party' && entry.party.place && 'expression' in entry.party.place ? [entry.party.place.expression] : []);
export const ofPersons = (persons: CompiledPersons | undefined): Expressions => (persons ? [...persons.entries, ...persons.excludes].flatMap(ofEntry) : []);
const ofResolvable = (side: Resolvable | undefined): Expressions => (side ? ('expression' in side ? [side.expression] : ofPersons(side.persons)) : []);

function ofDue(due: CompiledWarn | undefined): Expressions {
  switch (due?.type) {
    case 'ahead':
      return typeof due.by === 'string' ? [] : due.by.unless.flatMap(ofException);
    case 'expression':
      return [due.expression];
    case 'value':
      return due.value.unless.flatMap(ofException);
    case 'earliest':
      return due.members.flatMap(ofDue);
    case 'before':
      return [due.of, ...(typeof due.by === 'string' ? [] : due.by.unless.flatMap(ofException))];
    case 'unless':
      return [...ofDue(due.is), ...due.unless.flatMap(ofException)];
    default:
      return [];
  }
}

export function ofAct(act: CompiledAct): Expressions {
  return [
    ...act.gates.flatMap((gate) => [gate.if, gate.that, ...gate.unless.flatMap(ofException)]), ...act.to.map((target) => target.if), ...act.set.map(({ expression }) => expression),
    ...ofPersons(act.by), ...(act.sign ?? []).flatMap(ofPersons), ...ofPersons(act.permit?.by), ...[...act.takes.values()].flatMap((field) => [field.check, ...(field.default ? ofValue(field.default) : [])]),
    ...act.together.flatMap((companion) => [companion.if, ...('expression' in companion.on ? [companion.on.expression] : []), ...companion.set.flatMap(({ value }) => ofValue(value))]),
  ];
}

export function ofStep(step: CompiledStep): Expressions {
  return [step.opens.if, step.opens.since, ...ofDue(step.due), ...ofDue(step.warn), ...step.series.flatMap(({ due }) => ofDue(due)), ...ofPersons(step.who)];
}

export function ofEnding(step: CompiledStep): Expressions {
  return step.done.map((trigger) => trigger.if);
}

export function ofEffect(effect: CompiledEffect): Expressions {
  return [effect.if, effect.each, ...effect.actions.flatMap(ofAction)];
}

export function ofAction(action: CompiledAction): Expressions {
  return [
    ...ofPersons(action.tell), ...ofPersons(action.owner), ...(action.on && 'expression' in action.on ? [action.on.expression] : []), ...action.set.flatMap(({ value }) => ofValue(value)), action.hold?.of,
    ...(action.post ? [action.post.amount, ...[action.post.to, action.post.from, action.post.account, action.post.on, action.post.evidence].flatMap(ofResolvable), ...action.post.split.flatMap((part) => [...ofResolvable(part.to), ...ofResolvable(part.account), ...('share' in part.size ? [part.size.share] : 'amount' in part.size ? [part.size.amount] : [])])] : []),
    ...(action.refused ? ofAction(action.refused) : []), ...[...(action.options?.values() ?? [])].flat().flatMap(ofAction),
  ];
}

/** What is looked at again after every event: derived facts, conditions, who owns it. */
export function ofEveryEvent(kind: CompiledKind): Expressions {
  return [
    ...kind.tables.flatMap((table) => [...table.inputs.map(({ expression }) => expression), ...table.rows.flatMap((row) => [...ofValue(row.then), ...row.unless.flatMap(ofException)])]),
    ...kind.becoming.flatMap((step) => [step.opens.becomes, ...ofStep(step)]), ...kind.pausing.map((step) => step.pausedWhile), ...kind.changeEffects.flatMap(ofEffect),
    ...kind.owner.flatMap((row) => [row.if, ...ofPersons(row.is)]), ...ofDue(kind.fallback.due),
    ...kind.distributions.flatMap((distribution) => [...ofPersons(distribution.among), ...distribution.principles.flatMap(ofPrinciple)]),
  ];
}

function ofPrinciple(principle: CompiledPrinciple): Expressions {
  if ('expression' in principle) return [principle.expression];
  if ('to' in principle) return [principle.to];
  return 'expression' in principle.of ? [principle.of.expression] : [];
}
