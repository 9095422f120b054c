import { parseAllDocuments } from 'yaml';
import { loadPack } from '../load/load-pack.ts';
import type { LoadedPack } from '../load/load-pack.ts';
import { exampleOf } from '../reference/language.ts';
import { chapters } from '../reference/language-sections.ts';
import { writtenFolder } from './written-pack.ts';

/** Every document of the reference's examples, by chapter. */
export function referenceDocuments(): readonly { readonly chapter: string; readonly document: unknown }[] {
  return chapters.flatMap(({ name }) => parseAllDocuments(exampleOf(name).yaml, { version: '1.2' }).map((document) => ({ chapter: name, document: document.toJS() as unknown })));
}

/** The examples of the reference as packs: the first document of every chapter makes one, the second documents another. Throws where they do not load. */
export function referencePacks(): readonly LoadedPack[] {
  const parts = chapters.map(({ name }) => [name === 'head' ? 'pack' : name, exampleOf(name).yaml.split('\n---\n')] as const);
  return [0, 1].map((index) => {
    const files = parts.flatMap(([name, texts]) => (texts[index] === undefined ? [] : [[`${name}.yaml`, `${texts[index]}\n`] as const]));
    return loadPack(writtenFolder(['x9', 'x9.east'][index]!, Object.fromEntries(files)));
  });
}
