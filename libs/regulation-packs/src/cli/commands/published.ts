import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { docsDirectory, schemaFile } from '../../load/pack-directory.ts';
import { reference as referenceFiles } from '../../reference/reference.ts';
import { publishedSchema } from '../../schema/published-schema.ts';
import type { Command } from '../command.ts';

export const reference: Command = {
  name: 'reference',
  takes: '',
  least: 0,
  most: 0,
  says: 'write docs/packs/',
  example: 'reference',
  run() {
    mkdirSync(docsDirectory, { recursive: true });
    const files = Object.entries(referenceFiles()).map(([name, text]) => [join(docsDirectory, name), text] as const);
    for (const [file, text] of files) writeFileSync(file, text);
    return { lines: files.map(([file]) => file), code: 0 };
  },
};

export const schema: Command = {
  name: 'schema',
  takes: '',
  least: 0,
  most: 0,
  says: 'write schema/pack.schema.json',
  example: 'schema',
  run() {
    writeFileSync(schemaFile, publishedSchema());
    return { lines: [schemaFile], code: 0 };
  },
};
