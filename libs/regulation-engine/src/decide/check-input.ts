import type { CompiledAct, CompiledField } from '../compile/compiled-act.ts';
import type { FactMap, FactValue } from '../matter/matter.ts';
import { checkField } from './check-field.ts';
import { checkGiven } from './check-given.ts';
import type { CheckedInput, CheckedValue, Giving } from './check-given.ts';
import { checkLines, missingOfLines } from './check-lines.ts';

/** Checks what an act was given against the fields it takes. `before`: facts of the matter (of the line, for a line act). */
export function checkInput(giving: Giving, act: CompiledAct, given: FactMap, before: FactMap): CheckedInput {
  const checked = checkGiven(giving, act, given, before, (field, value) => checkValue(giving, act, field, value, before));
  const missing = missingOfLines(act, giving.session.kind.fields, given, before);
  if (missing.length === 0) return checked;
  return { ...checked, incomplete: [...checked.incomplete, ...missing.map(({ refusal }) => refusal)], withheld: new Set([...checked.withheld, ...missing.map(({ list }) => list)]) };
}

/** Lines given whole one by one, then the list as a field. */
function checkValue(giving: Giving, act: CompiledAct, field: CompiledField, value: FactValue, before: FactMap): CheckedValue {
  const { session, scope, at, bySystem } = giving;
  const lines = act.lines.has(field.name) ? checkLines(giving, act, field, value, before) : undefined;
  if (lines && lines.refusals.length + lines.incomplete.length > 0) return { refusals: lines.refusals, incomplete: lines.incomplete };
  return checkField(session, scope, field, lines?.value ?? value, at, bySystem);
}
