import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { conformanceOf, sampleRequests } from '@huiyin/generators';
import type { FuzzRequest } from '@huiyin/generators';
import { Caller } from './caller.ts';
import { Operator } from './operator.ts';
import { root, useSystem } from './use-system.ts';

const SEED = Number(process.env['HUIYIN_FUZZ_SEED'] ?? 20_261_009);
const REQUESTS_PER_OPERATION = 12;
const LONG_MS = 300_000;
/** Opens operators without end, ends the fuzzing account's own session, or never ends by itself. */
const EXCEPT = ['openOperator', 'closeSession', 'streamEvents', 'moveClock', 'openSession'];

const document = JSON.parse(readFileSync(join(root, 'apps', 'gateway', 'openapi.json'), 'utf8')) as Parameters<typeof conformanceOf>[0];

describe(`requests made up from the OpenAPI document, seed ${SEED}`, () => {
  const system = useSystem();

  it('are never answered with 5xx or outside the document', async () => {
    const operator = await Operator.open(system());
    const other = await Operator.open(system());
    const { request, order } = await operator.draftOrder();
    const ids = { '/v1/work-orders': [order], '/v1/service-requests': [request], '/v1/customers': [operator.ids['owner'] ?? ''], '/v1/teams': [operator.ids['team'] ?? ''], '/v1/price-items': [operator.ids['item'] ?? ''], '*': [order, request] };
    const requests = sampleRequests(document, SEED, REQUESTS_PER_OPERATION, { ids, foreignId: other.ids['owner'] ?? '', except: EXCEPT });
    const conformance = conformanceOf(document);
    const callers = [operator.admin, operator.who('manager'), operator.who('clerk')];
    const faults: string[] = [];
    for (const [index, fuzz] of requests.entries()) {
      const caller = fuzz.signedIn ? (callers[index % callers.length] ?? operator.admin) : new Caller(system().url);
      faults.push(...(await judge(caller, fuzz, conformance)));
    }
    expect(faults).toEqual([]);
    await operator.quiet();
    expect((await operator.admin.see('/v1/parked'))['items']).toEqual([]);
    expect((await operator.admin.see('/v1/matters?without=owner,next-step'))['items']).toEqual([]);
  }, LONG_MS);
});

async function judge(caller: Caller, fuzz: FuzzRequest, conformance: ReturnType<typeof conformanceOf>): Promise<string[]> {
  const answer = await caller.send(fuzz.method, fuzz.path, fuzz.body, { ...fuzz.headers });
  const told = `${fuzz.operationId} (${fuzz.hostility}) ${fuzz.method} ${fuzz.path} ${(fuzz.body ?? '').slice(0, 200)} → ${answer.status}`;
  if (answer.status >= 500) return [`${told}: ${answer.text.slice(0, 300)}`];
  if (fuzz.statuses.length > 0 && !fuzz.statuses.includes(answer.status)) return [`${told}: expected one of ${fuzz.statuses.join(', ')}: ${answer.text.slice(0, 300)}`];
  const path = fuzz.path.split('?')[0] ?? fuzz.path;
  const deviations = conformance.check({ method: fuzz.method, path, status: answer.status, headers: Object.fromEntries(answer.headers), body: bodyOf(answer) });
  return deviations.map((deviation) => `${told}: ${JSON.stringify(deviation)}`);
}

function bodyOf(answer: { readonly headers: Headers; readonly text: string }): unknown {
  if (answer.text === '') return undefined;
  return (answer.headers.get('content-type') ?? '').includes('json') ? JSON.parse(answer.text) : answer.text;
}
