import type { CompiledAct, WatchingLayer } from './compiled-act.ts';
import type { ActLayer } from './compile-acts.ts';
import { pickDefined } from './compile-fields.ts';
import { compilePersons } from './compile-persons.ts';
import type { PersonFields } from './compile-persons.ts';
import type { Compiler } from './compiler.ts';

/** What packs and acts that only watch would demand of an act beside their gates: who may, and from which state. */
export function compileWatching(compiler: Compiler, kind: string, name: string, layers: readonly ActLayer[], fields: PersonFields): CompiledAct['watching'] {
  const path = `kinds.${kind}.acts.${name}`;
  return layers.filter(({ watch, document }) => watch && (document.by !== undefined || document.from !== undefined)).map(({ pack, document }): WatchingLayer => ({
    ...compiler.item(pack, path, document.rule, `${kind}.${name}`),
    ...pickDefined({
      by: document.by === undefined ? undefined : compilePersons(compiler, pack, document.by, `${path}.by`, fields),
      from: document.from && new Set(document.from),
    }),
  }));
}
