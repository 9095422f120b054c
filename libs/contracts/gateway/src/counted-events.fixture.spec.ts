import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { evolve } from '@huiyin/regulation-engine';
import type { EngineEvent } from '@huiyin/regulation-engine';

const read = (path: string): Record<string, unknown> => JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')) as Record<string, unknown>;
const ajv = new Ajv2020({ strict: false });
formats.default(ajv);
const bodies = Object.fromEntries(['threshold.reach', 'indicator-result.close', 'indicator-result.correct', 'duty.open'].map((name) => [name, ajv.compile(read(`events/${name}.v1.json`))]));
const event = (fixture: string): EngineEvent => read(`fixtures/matter-event.v1.${fixture}.json`)['data'] as EngineEvent;
const duty = { cycle: 's0.7/signIn', subject: 'A', required: 1, met: 0, period: { start: '2026-03-01T17:00:00.000Z', end: '2026-03-02T17:00:00.000Z', label: '2026-03-02' } };

describe('what the service that counts publishes', () => {
  it.each([
    ['threshold-reach', 'threshold.reach', 'reached'],
    ['indicator-result-close', 'indicator-result.close', 'closed'],
  ])('%s: the released event still carries the body of its act, and folds to a matter', (fixture, name, state) => {
    const released = event(fixture);
    expect([bodies[name]!(released.data), bodies[name]!.errors]).toEqual([true, null]);
    expect(evolve(undefined, released)).toMatchObject({ state, facts: released.data });
  });

  it.each([
    ['threshold.reach', event('threshold-reach').data!, 'limit'], ['indicator-result.close', event('indicator-result-close').data!, 'end'],
    ['indicator-result.correct', { scores: event('indicator-result-close').data!['scores'] }, 'scores'], ['duty.open', duty, 'period'],
  ] as const)('%s is none without what it must carry', (name, body, member) => {
    expect(bodies[name]!(body)).toBe(true);
    const { [member]: _, ...rest } = body as Readonly<Record<string, unknown>>;
    expect(bodies[name]!(rest)).toBe(false);
  });
});
