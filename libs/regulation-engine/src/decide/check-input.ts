import { plain } from '../cel/plain.ts';
import type { CompiledAct, CompiledField } from '../compile/compiled-act.ts';
import type { FactMap, FactValue } from '../matter/matter.ts';
import type { Refusal } from '../run/outcome.ts';
import type { Session } from '../run/session.ts';
import type { RunScope } from '../scope/run-scope.ts';
import { checkField } from './check-field.ts';
import { checkLines, isStamped } from './check-lines.ts';
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

/** Checks what an act was given against the fields it takes. `before`: facts of the matter (of the line, for a line act). */
export function checkInput(session: Session, scope: RunScope, act: CompiledAct, given: FactMap, before: FactMap, at: string, bySystem: boolean): CheckedInput {
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
      const result = checkField(session, scope, field, value, at, bySystem);
      if ('value' in result) {
        const lines = field.type === 'lines' && result.value !== null ? checkLines(session, scope, act, field, result.value as readonly FactMap[], at, bySystem) : undefined;
        input[name] = lines?.lines ?? result.value;
        invalid.push(...(lines?.invalid ?? []));
        incomplete.push(...(lines?.incomplete ?? []));
      } else {
        invalid.push(...result.refusals);
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
function unasked(scope: RunScope, act: CompiledAct, field: CompiledField, before: FactMap, at: string): FactValue | undefined {
  if (field.stamped && act.requires.has(field.name)) return at;
  if (!field.default || (before[field.name] ?? null) !== null) return undefined;
  return 'literal' in field.default ? field.default.literal : plain(field.default.expression.evaluate(scope));
}
