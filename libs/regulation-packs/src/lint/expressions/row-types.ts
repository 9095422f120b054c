import type { TypeSpec } from '@huiyin/regulation-engine';
import type { EffectiveKind } from '../effective-kind.ts';
import { lineType, type LinkType } from './field-types.ts';
import { alwaysPresent, factTypes, head, step } from './matter-types.ts';

const text: TypeSpec = { base: 'text' };
const may = (spec: TypeSpec): TypeSpec => ({ ...spec, optional: true });

/** An entry of a ledger as a row. */
export const entryType: TypeSpec = {
  base: 'object',
  name: 'entry',
  fields: {
    id: text, ledger: text, amount: { base: 'any' }, at: { base: 'any' }, rule: text, evidence: may({ base: 'any' }),
    to: may({ base: 'person' }), from: may({ base: 'person' }), person: may({ base: 'person' }), account: may(text), matter: may(text),
  },
};

/** A row of `kind.steps` or `kind.<lines>`: its own members, those of the matter around it, and `matter` itself. */
export function rowType(kind: EffectiveKind, part: string, link: LinkType): TypeSpec {
  const lines = kind.fields.get(part);
  const own = part === 'steps' ? step : lineType(part, (lines ?? []).map(({ document }) => document), link);
  const facts = factTypes(kind, alwaysPresent(kind), link);
  return { base: 'object', name: `${kind.name}.${part}`, fields: { ...facts, ...head, matter: link(kind.name), ...own.fields } };
}
