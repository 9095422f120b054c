import { plain } from '../cel/plain.ts';
import type { CompiledAct, CompiledField } from '../compile/compiled-act.ts';
import type { FactMap, FactValue } from '../matter/matter.ts';
import type { Refusal } from '../run/outcome.ts';
import type { Session } from '../run/session.ts';
import type { RunScope } from '../scope/run-scope.ts';
import { refusal } from './refusals.ts';

export interface CheckedInput {
  /** Given values that passed, defaults, and instants stamped by the act. */
  readonly input: FactMap;
  /** Of the stage `gate`: type, range, references, typed instants that the act stamps. */
  readonly invalid: readonly Refusal[];
  /** Of the stage `form`: unknown and missing fields. */
  readonly incomplete: readonly Refusal[];
  /** Fields without usable value: gates that read them are skipped, the field itself refuses. */
  readonly withheld: ReadonlySet<string>;
}

/** What of an act (or of its part in a line) the check of what it was given reads. */
export type TakingAct = Pick<CompiledAct, 'name' | 'citation' | 'takes' | 'requires'>;

/** One given value as it is kept, or why not. */
export type CheckedValue = { readonly value: FactValue } | { readonly refusals: readonly Refusal[]; readonly incomplete?: readonly Refusal[] };

/** Who gives, when, and what his expressions read. */
export interface Giving {
  readonly session: Session;
  readonly scope: RunScope;
  readonly at: string;
  readonly bySystem: boolean;
}

/** Checks what was given against the fields taken, each by `check`. `before`: facts of the matter, or of the line. */
export function checkGiven({ scope, at, bySystem }: Giving, act: TakingAct, given: FactMap, before: FactMap, check: (field: CompiledField, value: FactValue) => CheckedValue): CheckedInput {
  const input: Record<string, FactValue> = {};
  const invalid: Refusal[] = [];
  const incomplete: Refusal[] = [];
  const withheld = new Set<string>();
  for (const [name, value] of Object.entries(given)) {
    const field = act.takes.get(name);
    if (!field) incomplete.push(refusal('form', 'unknownField', act.citation, { field: name, act: act.name }, name));
    else if (isStamped(field) && !bySystem) {
      invalid.push(refusal('gate', 'stampedByTheAct', field.citation, { field: name, act: act.name }, name));
    } else {
      const result = check(field, value);
      if ('value' in result) input[name] = result.value;
      else {
        invalid.push(...result.refusals);
        incomplete.push(...(result.incomplete ?? []));
        withheld.add(name);
      }
    }
  }
  for (const [name, field] of act.takes) {
    if (name in input || withheld.has(name)) continue;
    const value = unasked(scope, act, field, before, at);
    if (value !== undefined) input[name] = value;
  }
  for (const name of act.requires) {
    if (withheld.has(name) || (name in input ? input[name] : (before[name] ?? null)) !== null) continue;
    const field = act.takes.get(name)!;
    incomplete.push(refusal('form', 'required', field.requiredIn.get(act.name) ?? field.citation, { field: name, act: act.name }, name));
    withheld.add(name);
  }
  return { input, invalid, incomplete, withheld };
}

/** What a field is without being given: stamped by the act, else its default while it has no value. */
function unasked(scope: RunScope, act: TakingAct, field: CompiledField, before: FactMap, at: string): FactValue | undefined {
  if (field.stamped && act.requires.has(field.name)) return at;
  if (!field.default || (before[field.name] ?? null) !== null) return undefined;
  return 'literal' in field.default ? field.default.literal : plain(field.default.expression.evaluate(scope));
}

/** An instant that nobody types: an act stamps it. */
function isStamped({ type, typed }: CompiledField): boolean {
  return type === 'instant' && typed === undefined;
}
