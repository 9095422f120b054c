import { loadCore } from '../load/load-pack.ts';
import { listCores } from '../load/pack-directory.ts';
import { functionsReference } from './functions.ts';
import { kindsReference } from './kinds.ts';
import { languageReference } from './language.ts';

/** The generated reference: file of `docs/packs` → its text. */
export function reference(): Readonly<Record<string, string>> {
  return { 'language.md': languageReference(), 'kinds.md': kindsReference(listCores().map((file) => loadCore(file).document)), 'functions.md': functionsReference() };
}
