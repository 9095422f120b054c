import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { referenceDirectory } from '../load/pack-directory.ts';
import { packSchema } from '../schema/pack-schema.ts';
import type { Shape } from '../schema/shapes.ts';
import { chapters, type Chapter } from './language-sections.ts';
import { membersOf, memberTable, typeText } from './shape-text.ts';

/** The example of a chapter: what its first line says, and the YAML below. */
export function exampleOf(chapter: string): { readonly says: string; readonly yaml: string } {
  const [first = '', ...rest] = readFileSync(join(referenceDirectory, `${chapter}.yaml`), 'utf8').trimEnd().split('\n');
  return { says: first.replace(/^# /, ''), yaml: rest.join('\n') };
}

function shapeLines(name: string, shape: Shape): readonly string[] {
  const members = membersOf(shape);
  const required = (shape['required'] as string[] | undefined) ?? [];
  const branches = (shape['anyOf'] as Shape[] | undefined)?.filter((branch) => branch['properties'] === undefined && branch['required'] === undefined) ?? [];
  return [
    `### ${name}`,
    '',
    String(shape['description'] ?? ''),
    '',
    ...(branches.length > 0 ? [`Takes ${branches.map(typeText).join(', or ')}${Object.keys(members).length > 0 ? ', or these members' : ''}.`, ''] : []),
    ...(Object.keys(members).length > 0 ? [...memberTable(members, required), ''] : []),
  ];
}

function chapterLines(chapter: Chapter): readonly string[] {
  const schema = packSchema();
  const sections = schema['properties'] as Record<string, Shape>;
  const shapes = schema['$defs'] as Record<string, Shape>;
  const { says, yaml } = exampleOf(chapter.name);
  const own = Object.fromEntries(chapter.sections.map((name) => [name, sections[name] ?? {}]));
  return [
    `## ${chapter.title}`,
    '',
    says,
    '',
    '```yaml',
    yaml,
    '```',
    '',
    ...(chapter.sections.length > 0 ? [...memberTable(own, schema['required'] as string[]), ''] : []),
    ...chapter.shapes.flatMap((name) => shapeLines(name, shapes[name] ?? {})),
  ];
}

/** `docs/packs/language.md`: every section and shape of the language, with its example. */
export function languageReference(): string {
  return [
    '# The pack language, version 1',
    '',
    'Written by `npm run packs -- reference` from the schema and the examples beside it; a test fails on drift. Members in bold must be there.',
    'Kinds of the platform stand in [kinds.md](kinds.md), functions of expressions in [functions.md](functions.md).',
    '',
    ...chapters.flatMap(chapterLines),
  ].join('\n').trimEnd() + '\n';
}
