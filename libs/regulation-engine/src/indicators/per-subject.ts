import type { FactMap, FactValue } from '../matter/matter.ts';

/** The part of a grouped answer that is one subject's: the value of the group that names it, else nothing (`nothing`: 0 for counts and sums). An answer without groups is everybody's. */
export function perSubject(answer: FactValue, subject: string, nothing: FactValue = 0): FactValue {
  if (!Array.isArray(answer)) return answer;
  const row = (answer as readonly FactMap[]).find((each) => Object.entries(each).some(([name, value]) => name !== 'value' && value === subject));
  return row ? (row['value'] ?? null) : nothing;
}
