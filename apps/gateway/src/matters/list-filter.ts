import { faultOf, problem } from '@huiyin/platform-http';
import type { FactValue, FieldDescription, KindDescription } from '@huiyin/regulation-engine';
import { apiName } from '../mapping/field-name.ts';
import { engineWord, readScalar } from '../mapping/read-value.ts';

const FILTERABLE = new Set(['choice', 'ref', 'person', 'bool', 'date', 'int', 'text']);
export const LIST_PARAMETERS = ['limit', 'cursor', 'sort', 'count'] as const;

const filterable = (field: FieldDescription): boolean => FILTERABLE.has(field.type) && !field.personal;

/** Parameters a list of this kind takes: state, number, owner, and its short fields without personal data. */
export const filterNames = (kind: KindDescription): readonly string[] => ['state', 'number', 'owner', ...kind.fields.filter(filterable).map(apiName)];

function typed(text: string, field: FieldDescription): unknown {
  if (field.type === 'bool') return text === 'true' ? true : text === 'false' ? false : text;
  return field.type === 'int' && /^-?\d{1,15}$/.test(text) ? Number(text) : text;
}

/** Filters of the query in the engine's spelling. @throws ProblemError 400 for a value of the wrong kind */
export function readFilter(kind: KindDescription, query: Readonly<Record<string, string>>): Readonly<Record<string, FactValue>> {
  const filter: Record<string, FactValue> = {};
  for (const [name, text] of Object.entries(query)) {
    if ((LIST_PARAMETERS as readonly string[]).includes(name)) continue;
    const field = kind.fields.find((candidate) => filterable(candidate) && apiName(candidate) === name);
    if (!field) {
      filter[name] = name === 'state' ? engineWord(text) : text;
      continue;
    }
    const read = readScalar(typed(text, field), field, '');
    if (!read.ok) throw problem('invalid-parameter', { errors: [{ ...read.fault, pointer: undefined, parameter: name }] });
    filter[field.name] = read.value;
  }
  const { state } = filter;
  if (state !== undefined && !kind.states.some((known) => known.name === state)) {
    throw problem('invalid-parameter', { errors: [faultOf('state', 'not-a-choice', { choices: kind.states.map((known) => known.name).join(', ') })] });
  }
  return filter;
}
