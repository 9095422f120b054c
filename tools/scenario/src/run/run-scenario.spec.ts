import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeGateway, PLATFORM_KEY } from '../../test/fake-gateway.ts';
import { parseScenario } from '../parse/parse-scenario.ts';
import { runScenario, runScenarioFile, ScenarioRefused } from './run-scenario.ts';
import type { ScenarioResult } from './scenario-result.ts';

const HEAD = `scenario: A request is registered
card: S2.4
operator:
  name: 和安物业
  zone: Asia/Shanghai
  packs: [s2.4]
  overrides: { s2.4: { handOverLimit: PT20M } }
  calendar: { hours: "08:30-12:00,13:30-17:30" }
actors:
  clerk: { role: front-desk, superior: manager, team: desk }
  manager: { role: equipment-manager, name: M1 }
  owner: { role: customer, customer: $customer }
given:
  - as: clerk
    post: /v1/customers
    body: { name: owner A, phone: "13800000001" }
    save: { customer: id }
`;
const STEPS = `steps:
  - at: 2026-03-02T09:00
    row: 2
    as: clerk
    post: /v1/service-requests
    body: { customerId: $customer, text: "for $customer", price: 12 }
    save: { request: id }
    expect: { status: 201, body: { state: registered, customerId: $customer, openedAt: 2026-03-02T01:00Z } }
  - at: 2026-03-02T09:31:15
    as: manager
    post: /v1/service-requests/$request/take
    expect: { body: { state: take }, headers: { huiyin-now: 2026-03-02T09:31:15 } }
  - as: owner
    get: /v1/service-requests/$request
    expect: { body: { text: { $matches: "^for $customer$" } } }
`;

describe('a scenario against a gateway', () => {
  const fake = new FakeGateway();
  let url: string;
  beforeAll(async () => void (url = await fake.start()));
  afterAll(() => fake.stop());
  afterEach(() => {
    for (const fault of Object.keys(fake.faults)) delete fake.faults[fault as keyof typeof fake.faults];
    fake.operators.length = 0;
    fake.asked.length = 0;
  });

  async function run(steps: string, head = HEAD): Promise<ScenarioResult> {
    const scenario = parseScenario(head + steps, 'a.scenario.yaml');
    if (Array.isArray(scenario)) throw new ScenarioRefused(scenario);
    return runScenario(scenario, { url, platformKey: PLATFORM_KEY });
  }

  it('passes every step and check where the gateway answers as the file says', async () => {
    const result = await run(STEPS);
    expect(result).toMatchObject({ title: 'A request is registered', card: 'S2.4', failed: 0, passed: 9 });
    expect(result.steps.map(({ section, index, row, ok }) => [section, index, row, ok])).toEqual([
      ['given', 1, undefined, true],
      ['steps', 1, 2, true],
      ['steps', 2, undefined, true],
      ['steps', 3, undefined, true],
    ]);
  });

  it('opens two operators of the same name, zone, packs and calendar at the first moment of the file', async () => {
    await run(STEPS);
    expect(fake.operators).toHaveLength(2);
    for (const { opened } of fake.operators) {
      expect(opened).toMatchObject({
        name: '和安物业',
        zone: 'Asia/Shanghai',
        packs: ['s2.4'],
        overrides: { 's2.4': { handOverLimit: 'PT20M' } },
        calendar: { hours: '08:30-12:00,13:30-17:30' },
        simulated: true,
        now: '2026-03-02T09:00:00+08:00',
      });
    }
  });

  it('hires a superior before his people and names him by id', async () => {
    await run(STEPS);
    const [manager, clerk] = [...fake.operators[0]!.things.values()].filter((thing) => thing['collection'] === 'staff');
    expect(manager).toMatchObject({ name: 'M1', roles: ['equipment-manager'] });
    expect(clerk).toMatchObject({ name: 'clerk', roles: ['front-desk'], teams: ['desk'], superiorId: manager!['id'] });
  });

  it('tells path, expected, actual and line of a wrong expectation, and goes on', async () => {
    const result = await run(STEPS.replace('state: registered', 'state: accepted'));
    expect(result).toMatchObject({ failed: 1, passed: 8 });
    const { problem, differences } = result.steps[1]!;
    expect(problem).toContain('body.state (line 25)\n  expected "accepted"\n  actual   "registered"\nanswer: 201 {');
    expect(differences).toEqual([expect.objectContaining({ path: 'body.state', line: 25 })]);
  });

  it('expects a 2xx of a step without expectation and shows the problem that came instead', async () => {
    const result = await run(`${STEPS}  - as: clerk\n    post: /v1/service-requests\n    body: { room: none }\n`);
    expect(result.failed).toBe(1);
    expect(result.steps.at(-1)!.problem).toMatch(/status \(line 33\)\n {2}expected 2xx\n {2}actual {3}422\nanswer: 422 .*s2\.4\/10/s);
  });

  it('matches a refusal anywhere in the list of failing gates', async () => {
    const step = `  - as: clerk\n    post: /v1/service-requests\n    body: { room: none }\n    expect: { status: 422, body: { errors: { $contains: [{ rule: s2.4/10 }] } } }\n`;
    expect(await run(STEPS + step)).toMatchObject({ failed: 0 });
  });

  it('sends a text as it is where the step sets its content type', async () => {
    const step = `  - as: clerk\n    post: /v1/service-requests\n    headers: { Content-Type: application/json }\n    body: "{"\n    expect: { status: 400, body: { code: malformed } }\n`;
    expect(await run(STEPS + step)).toMatchObject({ failed: 0 });
  });

  it('does not run steps that need what a failed step should have saved', async () => {
    const result = await run(STEPS.replace('save: { request: id }', 'save: { request: order.id }'), HEAD);
    expect(result.steps.map(({ problem }) => problem?.split('\n')[0])).toEqual([
      undefined,
      'nothing at order.id to save as $request',
      'not run: the step that saves $request failed',
      'not run: the step that saves $request failed',
    ]);
  });

  it('runs no step after a failed fixture', async () => {
    const broken = HEAD.replace('post: /v1/customers', 'post: /v1/customers\n    expect: { status: 200 }');
    const result = await run(STEPS, broken);
    expect(result.failed).toBeGreaterThan(0);
    expect(fake.asked.some((line) => line.includes('/v1/service-requests'))).toBe(false);
  });

  it('waits until the system is quiet', async () => {
    fake.faults.restless = 3;
    expect(await run(STEPS)).toMatchObject({ failed: 0 });
  });

  it.each([
    ['ownerless', 'no matter without an owner or a next step'],
    ['parked', 'no dead letter, no parked matter'],
    ['unbalanced', 'ledgers balance'],
  ] as const)('fails the check unasked where something is %s', async (fault, title) => {
    fake.faults[fault] = true;
    expect(failures(await run(STEPS))).toEqual([title]);
  });

  it.each([
    ['leaksLists', /second operator's list \/v1\/matters shows/],
    ['leaksById', /second operator's (admin|owner|manager) at \/v1\/matters\/\S+ was answered 200/],
    ['movesEveryClock', /second operator's clock moved to 2026-03-02T09:31:15/],
  ] as const)('catches a gateway that %s', async (fault, told) => {
    fake.faults[fault] = true;
    const result = await run(STEPS);
    expect(failures(result)).toEqual(['a second operator of the same names sees nothing and is not seen']);
    expect(result.checks.at(-1)!.problem).toMatch(told);
  });

  it('opens one operator with the accounts it is given where it runs alone', async () => {
    const scenario = parseScenario(HEAD + STEPS, 'a.scenario.yaml');
    if (Array.isArray(scenario)) throw new ScenarioRefused(scenario);
    const accountOf = (login: string) => ({ login, password: `the ${login}'s` });
    const result = await runScenario(scenario, { url, platformKey: PLATFORM_KEY, alone: true, accountOf });
    expect(result).toMatchObject({ failed: 0, operatorId: fake.operators[0]!.id });
    expect(fake.operators).toHaveLength(1);
  });

  it('says which request was refused where the operator does not open', async () => {
    const scenario = parseScenario(HEAD + STEPS, 'a.scenario.yaml');
    if (Array.isArray(scenario)) throw new ScenarioRefused(scenario);
    const result = await runScenario(scenario, { url, platformKey: 'wrong' });
    expect(result).toMatchObject({ passed: 0, failed: 1 });
    expect(result.checks[0]!.problem).toContain('POST /v1/operators answered 401');
  });

  it('refuses a file that is not sound before anything is asked', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'scenario-'));
    const file = join(folder, 'a.scenario.yaml');
    await writeFile(file, HEAD + STEPS.replace('as: manager', 'as: nobody'));
    await expect(runScenarioFile(file, { url, platformKey: PLATFORM_KEY })).rejects.toThrow(/:27:9 unknown actor "nobody"/);
    expect(fake.asked).toEqual([]);
    await rm(folder, { recursive: true });
  });
});

function failures({ steps, checks }: ScenarioResult): string[] {
  return [...steps, ...checks].filter(({ ok }) => !ok).map(({ title }) => title);
}
