import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';
import { parse } from 'yaml';
import { parseScenario } from './parse-scenario.ts';

const SOUND = `scenario: Sound
operator: { name: O, zone: Asia/Shanghai, packs: [s2.4], calendar: { country: CN, hours: "08:30-12:00" } }
actors: { clerk: { role: front-desk, rank: 2 } }
steps:
  - { row: 1, at: 2026-03-02T09:00, as: clerk, post: /v1/service-requests, body: {}, save: { a: id }, expect: { status: 201 } }
`;

/** The schema is for editors, the parser decides: what both can see they must see alike. */
describe('the schema for editors', () => {
  let validate: ValidateFunction;
  beforeAll(async () => {
    const schema = await readFile(new URL('../../schema/scenario.schema.json', import.meta.url), 'utf8');
    validate = new Ajv({ strict: true, allowUnionTypes: true, strictRequired: false }).compile(JSON.parse(schema));
  });

  const agree = (text: string, sound: boolean): void => {
    expect(Array.isArray(parseScenario(text, 'a.yaml'))).toBe(!sound);
    expect(validate(parse(text))).toBe(sound);
  };

  it('accepts a sound file', () => agree(SOUND, true));

  it.each([
    ['scenario: Sound', 'title: Sound'],
    ['name: O, ', ''],
    ['country: CN', 'holidays: CN'],
    ['role: front-desk', 'role: customer'],
    ['role: front-desk', 'role: front-desk, customer: $a'],
    ['rank: 2', 'grade: 2'],
    ['as: clerk, ', ''],
    ['post: /v1/service-requests', 'post: /v1/x, get: /v1/x'],
    ['post: /v1/service-requests', 'post: v1/x'],
    ['at: 2026-03-02T09:00', 'at: yesterday'],
    ['status: 201', 'status: 20'],
    ['{ status: 201 }', '{ code: 201 }'],
  ])('refuses %s written as %s, as the parser does', (right, wrong) => {
    expect(SOUND).toContain(right);
    agree(SOUND.replace(right, () => wrong), false);
  });
});
