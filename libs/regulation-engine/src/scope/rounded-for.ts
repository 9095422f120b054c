import { rounded } from '../decide/check-type.ts';
import type { FactValue } from '../matter/matter.ts';
import type { Session } from '../run/session.ts';

/** What a field keeps of a figure: decimals are exact until they become a fact, then half up to the field's scale; money and ints to whole ones. */
export function roundedFor(session: Pick<Session, 'kind'>, name: string, value: FactValue): FactValue {
  if (typeof value !== 'number') return absentIfEmpty(value);
  const field = session.kind.fields.get(name);
  return rounded(value, field?.type === 'money' || field?.type === 'int' ? 0 : field?.scale);
}

/** An empty text or list is no value. */
export function absentIfEmpty(value: FactValue): FactValue {
  return value === '' || (Array.isArray(value) && value.length === 0) ? null : value;
}
