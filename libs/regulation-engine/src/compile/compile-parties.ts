import type { PackDocument, PartyDocument } from '../language/pack-document.ts';
import type { CompiledParty } from './compiled-item.ts';
import type { Compiler } from './compiler.ts';
import { isName, kebab } from './names.ts';

/** Compiles the posts of a pack: names of the text → platform roles. */
export function compileParties(compiler: Compiler, pack: PackDocument): Map<string, CompiledParty> {
  const compiled = new Map<string, CompiledParty>();
  for (const [name, document] of Object.entries(pack.parties ?? {})) {
    if (isName(name)) compiled.set(name, compileParty(compiler, pack.pack, name, document));
    else compiler.problem('prototypeName', pack.pack, `parties.${name}`, `not a name: ${name}`);
  }
  return compiled;
}

function compileParty(compiler: Compiler, pack: string, name: string, document: PartyDocument): CompiledParty {
  const path = `parties.${name}`;
  const roles = (typeof document.is === 'object' ? document.is : [document.is ?? name]).map(kebab);
  return {
    ...compiler.item(pack, path, document.rule, `parties.${name}`),
    name,
    roles,
    ...(document.place !== undefined && { place: placeOf(compiler, pack, document.place, path) }),
    ...(document.rank !== undefined && { rank: document.rank }),
    ...(document.qualified !== undefined && { qualified: kebab(document.qualified) }),
    ...(document.pick !== undefined && { pick: document.pick }),
  };
}

/** A path such as `matter.city` is read (absent: no place, nobody is there); a word is the place itself. */
function placeOf(compiler: Compiler, pack: string, place: string, path: string): NonNullable<CompiledParty['place']> {
  if (/^[a-z][A-Za-z0-9]*(?:\.[A-Za-z][A-Za-z0-9]*)+$/.test(place)) return { expression: compiler.expression(pack, `has(${place}) ? ${place} : null`, `${path}.place`) };
  return /[.('"]/.test(place) ? { expression: compiler.expression(pack, place, `${path}.place`) } : { literal: place };
}
