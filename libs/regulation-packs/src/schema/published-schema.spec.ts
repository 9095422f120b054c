import { readFileSync } from 'node:fs';
import { schemaFile } from '../load/pack-directory.ts';
import { publishedSchema } from './published-schema.ts';

it('the published schema is the one that packs are checked against (write it with `packs schema`)', () => {
  expect(readFileSync(schemaFile, 'utf8')).toBe(publishedSchema());
});
