import { EvaluationFault } from '../cel/expression.ts';
import type { CompiledField } from '../compile/compiled-act.ts';
import { expressed } from '../scope/expressed.ts';
import type { RunScope } from '../scope/run-scope.ts';
import type { FactValue } from '../matter/matter.ts';
import type { Refusal } from '../run/outcome.ts';
import { isMatterOf } from '../run/kind-of.ts';
import type { Session } from '../run/session.ts';
import { typedValue } from './check-type.ts';
import { refusal } from './refusals.ts';

export type CheckedField = { readonly value: FactValue } | { readonly refusals: readonly Refusal[] };

/** Type, range, reference and `check` of one given value; instants by the rule of who may type them. */
export function checkField(session: Session, scope: RunScope, field: CompiledField, given: FactValue, at: string, bySystem: boolean): CheckedField {
  const value = typedValue(field, given);
  const refuse = (code: string, facts: Record<string, FactValue> = {}): CheckedField => ({ refusals: [refusal('gate', code, field.citation, { field: field.name, ...facts }, field.name)] });
  if (value === undefined) return refuse('wrongType', { type: field.type, ...(field.choices && { choices: [...field.choices.keys()] }) });
  if (value === null) return { value };
  if (field.typed === 'past' && (value as string) > at) return refuse('notInTheFuture', { value });
  const size = Array.isArray(value) || (typeof value === 'string' && field.type === 'text') ? value.length : typeof value === 'number' ? value : undefined;
  if (size !== undefined && ((field.min !== undefined && size < field.min) || (field.max !== undefined && size > field.max))) {
    return refuse('outOfRange', { value: size, ...(field.min !== undefined && { min: field.min }), ...(field.max !== undefined && { max: field.max }) });
  }
  const unknown = unknownReference(session, field, value, bySystem);
  if (unknown) return refuse(unknown, { value });
  return checked(scope, field, value, refuse);
}

/** An effect may name a matter of which the copy has not arrived yet; a caller may not. */
function unknownReference(session: Session, field: CompiledField, value: FactValue, bySystem: boolean): string | undefined {
  const { directory } = session.facts;
  if (field.type === 'person') return directory.person(value as string) ? undefined : 'unknownPerson';
  if (field.type === 'list' && field.of === 'person') return (value as readonly string[]).every((id) => directory.person(id)) ? undefined : 'unknownPerson';
  if (field.type !== 'ref') return undefined;
  const linked = session.facts.matter(value as string);
  if (!linked) return bySystem ? undefined : 'unknownReference';
  return field.to === undefined || field.to === 'any' || isMatterOf(session.policy, linked.kind, field.to) ? undefined : 'wrongKind';
}

function checked(scope: RunScope, field: CompiledField, value: FactValue, refuse: (code: string, facts?: Record<string, FactValue>) => CheckedField): CheckedField {
  if (!field.check) return { value };
  scope.set({ value: expressed(value) });
  try {
    return field.check.test(scope) ? { value } : refuse('checkFailed', { value });
  } catch (error) {
    if (error instanceof EvaluationFault) return refuse('evaluation', { expression: error.source, reason: error.reason });
    throw error;
  }
}
