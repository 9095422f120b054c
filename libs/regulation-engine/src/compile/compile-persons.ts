import type { PersonsDocument } from '../language/pack-document.ts';
import type { CompiledPersons, PersonEntry } from './compiled-item.ts';
import type { Compiler } from './compiler.ts';
import { SCOPE_WORDS } from './literals.ts';
import type { FieldType } from '../language/field-document.ts';

const BUILT_IN: ReadonlySet<string> = new Set(['anyone', 'customer', 'system', 'nobody', 'starter']);
const WORD = /^[A-Za-z][A-Za-z0-9]*$/;

/** Fields that name persons, as `compilePersons` needs to know them. */
export type PersonFields = (name: string) => FieldType | undefined;

/** Whoever is named: built-in names, posts, person fields, else CEL. An unknown word is a problem. */
export function compilePersons(compiler: Compiler, pack: string, document: PersonsDocument, path: string, fields: PersonFields): CompiledPersons {
  const object = typeof document === 'object' && !Array.isArray(document) ? (document as Exclude<PersonsDocument, string | readonly string[]>) : undefined;
  const names = listOf(object ? object.of : (document as string | readonly string[]));
  const entry = (name: string): PersonEntry => compileEntry(compiler, pack, name, path, fields);
  return {
    entries: names.map(entry),
    names,
    ...(object?.pick && { pick: object.pick }),
    excludes: (object?.excludes ?? []).map(entry),
    ...(object?.rule !== undefined && { citation: compiler.cite(pack, object.rule) }),
  };
}

function compileEntry(compiler: Compiler, pack: string, name: string, path: string, fields: PersonFields): PersonEntry {
  const party = compiler.party(pack, name);
  if (party) return { type: 'party', party };
  if (BUILT_IN.has(name)) return { type: 'builtin', name: name as 'anyone' };
  const field = fields(name);
  if (field === 'person' || field === 'list' || field === 'ref') return { type: 'field', field: name };
  if (WORD.test(name) && !SCOPE_WORDS.has(name)) compiler.problem('unknownName', pack, path, `nobody is called ${name}`);
  return { type: 'expression', expression: compiler.expression(pack, name, path) };
}

function listOf(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}
