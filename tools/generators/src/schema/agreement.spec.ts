import 'reflect-metadata';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import fc from 'fast-check';
import * as dispatch from '@huiyin/contracts-dispatch';
import * as gateway from '@huiyin/contracts-gateway';
import * as intake from '@huiyin/contracts-intake';
import { coresOfWorkspace, openapiOfWorkspace } from '../generate.ts';
import { kindsOf } from '../model/read-core.ts';
import { valuesOf } from '../openapi/fuzz/values-of-schema.ts';
import { actSchema, schemaNameOf } from './act-schema.ts';

type BodyClass = new () => object;
const acts = [dispatch.dispatchCore, gateway.gatewayCore, intake.intakeCore].flatMap((core) =>
  kindsOf(core).flatMap((kind) => kind.acts.map((act) => ({ name: schemaNameOf(kind, act), schema: actSchema(kind, act), body: ({ ...dispatch, ...gateway, ...intake } as Record<string, unknown>)[act.body] as BodyClass }))),
);

const ID = '019c9a5e-8f00-7abc-8def-012345678901';
const values = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<unknown>(ID, '2026-10-09T14:30:00+08:00', '2026-10-09', '14:30', 'PT30M', true, false, 1, 0, -1, 1.5, 10_000, { amount: 100, currency: 'CNY' }, { amount: -1, currency: 'CNY' }) },
  { weight: 2, arbitrary: fc.constantFrom<unknown>('', 'owner', 'centre', 'qualified', 'paid', 'good', 'not-good', 'notGood', 'verbal', 'tenant', 'x'.repeat(61), 'x'.repeat(2001), '😀'.repeat(60), ['a'], [], [1], { $gt: '' }, {}) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }).filter((value) => value !== null) },
);

const document = openapiOfWorkspace();

describe('core packs in the contracts', () => {
  it('are those of the services, to the letter', () => {
    expect([dispatch.dispatchCore, gateway.gatewayCore, intake.intakeCore]).toEqual(coresOfWorkspace());
  });
});

describe('class and schema of the body of an act', () => {
  const ajv = new Ajv2020({ strict: false, allErrors: false, formats: { uuid: true, date: true } });

  it.each(acts.map((act) => [act.name, act] as const))('agree on what is a body of %s', (_name, act) => {
    const fits = ajv.compile(act.schema);
    const properties = act.schema['properties'] as Record<string, unknown>;
    const choices = Object.entries(properties).map(([name, schema]) => [name, ((schema as { enum?: unknown[] }).enum ?? []) as unknown[]] as const);
    const members = Object.fromEntries(choices.map(([name, words]) => [name, words.length > 0 ? fc.oneof(fc.constantFrom(...words), values) : values]));
    const bodies = fc.record({ ...members, stranger: values }, { requiredKeys: (act.schema['required'] ?? []) as never[] });
    fc.assert(
      fc.property(bodies, (body) => {
        const plain = JSON.parse(JSON.stringify(body)) as object;
        const errors = validateSync(plainToInstance(act.body, plain), { whitelist: true, forbidNonWhitelisted: true });
        return fits(plain) === (errors.length === 0);
      }),
      { seed: 20261009, numRuns: 120 },
    );
  });

  it.each(acts.map((act) => [act.name, act] as const))('both take what is made to fit %s', (_name, act) => {
    const fits = ajv.compile(act.schema);
    for (const body of fc.sample(valuesOf(act.schema, document, {}), { seed: 20261009, numRuns: 40 })) {
      const plain = JSON.parse(JSON.stringify(body)) as object;
      expect([fits(plain), validateSync(plainToInstance(act.body, plain), { whitelist: true, forbidNonWhitelisted: true })]).toEqual([true, []]);
    }
  });

  it('can be found by kind and act', () => {
    const registry = { ...dispatch.dispatchBodies, ...gateway.gatewayBodies, ...intake.intakeBodies };
    expect(Object.keys(registry)).toHaveLength(acts.length);
    expect(registry['workOrder.signOff']).toBe(dispatch.WorkOrderSignOffBody);
  });

  it('is there for every act', () => {
    expect(acts.filter((act) => typeof act.body !== 'function').map((act) => act.name)).toEqual([]);
  });
});
