import 'reflect-metadata';
import { readFileSync, readdirSync } from 'node:fs';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { MatterEvent } from '@huiyin/contracts-kernel';

const folder = (name: string): URL => new URL(`../${name}/`, import.meta.url);
const read = (url: URL): Record<string, unknown> => JSON.parse(readFileSync(url, 'utf8')) as Record<string, unknown>;

const ajv = new Ajv2020({ strict: false });
formats.default(ajv);
const fitsSchema = ajv.compile(read(new URL('matter-event.v1.json', folder('schemas'))));
const fitsClass = (event: unknown): boolean => validateSync(plainToInstance(MatterEvent, event)).length === 0;

describe('the envelope of events, version 1', () => {
  const released = readdirSync(folder('fixtures')).filter((name) => /^matter-event\.v1.*\.json$/.test(name));

  it.each(released)('still reads the released fixture %s', (name) => {
    const event = read(new URL(name, folder('fixtures')));
    expect(fitsSchema(event)).toBe(true);
    expect(fitsClass(event)).toBe(true);
  });

  it('lets an attribute pass that a later release adds', () => {
    const event = { ...read(new URL('matter-event.v1.json', folder('fixtures'))), keyversion: 2 };
    expect(fitsSchema(event)).toBe(true);
    expect(fitsClass(event)).toBe(true);
  });

  it.each([['seq', 0], ['service', 'elsewhere'], ['specversion', '0.3'], ['readers', 'staff'], ['readers', [1]], ['now', 'yesterday'], ['data', 'x'], ['id', 'x'.repeat(121)]])('is refused alike by class and schema when %s is %p', (name, value) => {
    const event = { ...read(new URL('matter-event.v1.json', folder('fixtures'))), [name]: value };
    expect(fitsSchema(event)).toBe(false);
    expect(fitsClass(event)).toBe(false);
  });
});
