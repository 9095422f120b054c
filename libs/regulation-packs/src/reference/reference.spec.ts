import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkExpression, compilePolicy } from '@huiyin/regulation-engine';
import { parseAllDocuments } from 'yaml';
import { composePolicy } from '../compose/compose-policy.ts';
import { loadCore, loadPack } from '../load/load-pack.ts';
import { docsDirectory, listCores, referenceDirectory } from '../load/pack-directory.ts';
import { Positions } from '../load/positions.ts';
import { checkShape } from '../schema/check-shape.ts';
import { packSchema } from '../schema/pack-schema.ts';
import type { Shape } from '../schema/shapes.ts';
import { functionEntries } from './functions.ts';
import { chapters } from './language-sections.ts';
import { exampleOf } from './language.ts';
import { reference } from './reference.ts';

const schema = packSchema();
const shapes = schema['$defs'] as Record<string, Shape>;

describe('the generated reference', () => {
  it.each(Object.entries(reference()))('%s is as `packs reference` writes it', (name, text) => {
    const file = join(docsDirectory, name);
    expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(text);
  });

  it('explains every section and shape of the language once', () => {
    expect(chapters.flatMap(({ sections }) => sections).sort()).toEqual(Object.keys(schema['properties'] as object).sort());
    expect(chapters.flatMap(({ shapes: names }) => names).sort()).toEqual(Object.keys(shapes).sort());
    expect(readdirSync(referenceDirectory).sort()).toEqual(chapters.map(({ name }) => `${name}.yaml`).sort());
  });

  it.each(chapters.map(({ name }) => name))('the example of %s fits the schema', (name) => {
    for (const example of parseAllDocuments(exampleOf(name).yaml, { version: '1.2' })) {
      expect(checkShape({ language: 1, pack: 'x9', title: { 'zh-CN': '例', en: 'Example' }, ...(example.toJS() as object) }, new Positions(name))).toEqual([]);
    }
  });
});

describe('the functions of the reference', () => {
  const people = [
    { id: 'DM1', name: 'DM1', roles: ['department-manager'] },
    { id: 'M1', name: 'M1', roles: ['equipment-manager'], superior: 'DM1', department: 'equipment', rank: 3 },
    { id: 'TL1', name: 'TL1', roles: ['team-leader'], leads: ['plumbing'] },
  ];
  const policy = compilePolicy(composePolicy({ cores: listCores().map((file) => loadCore(file).document), packs: [loadPack('s2.4').document], calendar: { zone: 'Asia/Shanghai', hours: '08:30-12:00,13:30-17:30', country: 'CN' } }), { hash: 'reference' });
  const names = { matter: { room: '1201', list: [1n, 2n], openedAt: '2026-10-09T03:40:00.000Z', signedAt: '2026-10-12T03:40:00.000Z' }, values: { handOverLimit: 'PT30M' } };
  const functions = {
    rankOf: (id: string) => people.find((person) => person.id === id)?.rank ?? 0,
    departmentOf: (id: string) => people.find((person) => person.id === id)?.department ?? null,
    superiorOf: (id: string) => people.find((person) => person.id === id)?.superior ?? null,
    leaderOf: (team: string) => people.find(({ leads }) => leads?.includes(team))?.id ?? null,
    holdsPost: (id: string, party: string) => people.some((person) => person.id === id && party === 'equipmentManager'),
    holdersOf: () => ['M1'],
  };
  const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (_key, item: unknown) => (typeof item === 'bigint' ? Number(item) : item)));

  it.each(functionEntries.map((entry) => [entry.example, entry] as const))('%s gives what the reference says', (example, { gives }) => {
    const result = policy.expression('s2.4', example).evaluate({ names: { ...names }, valuesOf: () => names.values, functions } as never);
    expect(json(result)).toEqual(gives);
  });

  it('are those that lint allows, and no others', () => {
    const dyn = { base: 'any' as const };
    const scope = { matter: dyn, values: { base: 'object' as const, fields: { handOverLimit: { base: 'duration' as const } } } };
    const refused = (source: string) => checkExpression(source, scope).errors.some(({ code }) => code === 'function');
    expect(functionEntries.filter(({ example }) => refused(example)).map(({ name }) => name)).toEqual([]);
    for (const call of ["matter.matches('a')", "duration('1h')", "timestamp('2026-01-01T00:00:00Z')", 'matter.getHours()', "int('1')", 'string(1)', 'type(1)', 'dyn(1)']) expect([call, refused(call)]).toEqual([call, true]);
  });
});
