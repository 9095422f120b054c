import type { CompiledField } from './compiled-act.ts';
import type { CompiledKind } from './compiled-kind.ts';
import type { Compiler } from './compiler.ts';
import { pickDefined } from './compile-fields.ts';
import { compilePersons } from './compile-persons.ts';
import type { ShapedLayers } from './compile-kind.ts';

/** State of a matter before its first act, and of an attempt that was refused and kept. */
export const NEW = 'new';
export const REFUSED = 'refused';

/** States of all layers. `resting` of the governing pack takes a state out of the core's `final`. */
export function statesOf(layers: ShapedLayers): Pick<CompiledKind, 'states' | 'final' | 'resting' | 'waits'> {
  const states = new Set<string>([NEW]);
  const final = new Set<string>([REFUSED]);
  const resting = new Set<string>();
  const waits = new Map<string, string>();
  for (const { document } of layers) {
    document.states?.forEach((state) => states.add(state));
    for (const act of Object.values(document.acts ?? {})) {
      act.from?.forEach((state) => states.add(state));
      (typeof act.to === 'string' ? [act.to] : (act.to ?? []).map((row) => row.state)).forEach((state) => states.add(state));
    }
    for (const state of document.final ?? []) {
      final.add(state);
      resting.delete(state);
    }
    for (const state of document.resting ?? []) {
      resting.add(state);
      final.delete(state);
    }
    for (const [state, field] of Object.entries(document.waits ?? {})) waits.set(state, field);
  }
  states.add(REFUSED);
  return { states: [...states], final, resting, waits };
}

/** Owner, numbers and unique keys. The governing pack's owner and number replace the core's. */
export function compileHead(compiler: Compiler, kind: string, layers: ShapedLayers, fields: ReadonlyMap<string, CompiledField>): Pick<CompiledKind, 'owner' | 'numbers' | 'unique'> {
  const path = `kinds.${kind}`;
  const owning = layers.findLast(({ document, base, governing }) => document.owner && (base || governing));
  const numbering = layers.findLast(({ document, base, governing }) => document.number && !document.number.into && (base || governing));
  const further = layers.filter(({ document }) => document.number?.into);
  for (const { pack, document } of [...(numbering ? [numbering] : []), ...further]) {
    const wrong = wrongFormat(document.number!.format);
    if (wrong !== undefined) compiler.problem('numberFormat', pack, `${path}.number.format`, wrong);
  }
  return {
    owner: (owning?.document.owner ?? []).map((row, index) => ({
      ...compiler.item(owning!.pack, `${path}.owner[${index}]`, row.rule, `${kind}.owner`),
      ...pickDefined({ if: compiler.optional(owning!.pack, row.if, `${path}.owner[${index}].if`) }),
      is: compilePersons(compiler, owning!.pack, row.is, `${path}.owner[${index}].is`, (field) => fields.get(field)?.type),
    })),
    numbers: [...(numbering ? [numbering] : []), ...further].map(({ pack, document }) => ({
      ...compiler.item(pack, `${path}.number`, document.number!.rule, `${kind}.number`),
      format: document.number!.format,
      at: new Set(document.number!.at),
      ...pickDefined({ into: document.number!.into }),
    })),
    unique: layers.flatMap(({ pack, document }) => (document.unique ?? []).map((claim, index) => ({
      ...compiler.item(pack, `${path}.unique[${index}]`, claim.rule, `${kind}.${claim.key.join('.')}`),
      key: claim.key,
      refuse: claim.refuse,
      ...pickDefined({ while: claim.while && new Set(claim.while) }),
    }))),
  };
}

/** A number has one running part, else every matter of a period has the same; what no part explains would stand in it as written. */
function wrongFormat(format: string): string | undefined {
  const parts = format.match(/\{[^}]*\}?/g) ?? [];
  const unknown = parts.find((part) => !/^\{(?:yyyy|yy|MM|dd|seq(?::[1-9])?)\}$/.test(part));
  if (unknown !== undefined) return `${unknown} is none of {yyyy} {yy} {MM} {dd} {seq} {seq:1} to {seq:9}`;
  const running = parts.filter((part) => part.startsWith('{seq')).length;
  return running === 1 ? undefined : `a number has one {seq}, not ${running}`;
}
