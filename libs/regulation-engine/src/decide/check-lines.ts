import type { CompiledAct, CompiledField } from '../compile/compiled-act.ts';
import type { FactMap, FactValue } from '../matter/matter.ts';
import type { Refusal } from '../run/outcome.ts';
import type { Session } from '../run/session.ts';
import type { RunScope } from '../scope/run-scope.ts';
import { checkField } from './check-field.ts';
import { refusal } from './refusals.ts';

export interface CheckedLines {
  readonly lines: readonly FactMap[];
  readonly invalid: readonly Refusal[];
  readonly incomplete: readonly Refusal[];
}

/**
 * Lines given all at once: each column is checked, stamped and demanded as if its line were given alone. Refusals name the place as
 * `<field>/<line from 0>/<column>`.
 */
export function checkLines(session: Session, scope: RunScope, act: CompiledAct, field: CompiledField, given: readonly FactMap[], at: string, bySystem: boolean): CheckedLines {
  const invalid: Refusal[] = [];
  const incomplete: Refusal[] = [];
  const lines = given.map((line, index) => {
    const checked: Record<string, FactValue> = { ...line };
    for (const [name, column] of field.lineFields ?? []) {
      const place = `${field.name}/${index}/${name}`;
      if (column.requiredIn.has(act.name) && column.stamped && line[name] === undefined) checked[name] = at;
      else if (line[name] === undefined) {
        if (column.requiredIn.has(act.name)) incomplete.push(refusal('form', 'required', column.requiredIn.get(act.name)!, { field: place, act: act.name }, place));
      } else if (isStamped(column) && !bySystem) invalid.push(refusal('gate', 'stampedByTheAct', column.citation, { field: place, act: act.name }, place));
      else {
        const result = checkField(session, scope, column, line[name], at, bySystem);
        if ('value' in result) checked[name] = result.value;
        else invalid.push(...result.refusals.map((found) => ({ ...found, field: place })));
      }
    }
    return checked;
  });
  return { lines, invalid, incomplete };
}

/** An instant that nobody types: an act stamps it. */
export function isStamped({ type, typed }: CompiledField): boolean {
  return type === 'instant' && typed === undefined;
}
