import { parseScenario } from './parse-scenario.ts';
import type { Scenario } from '../scenario.ts';

const SOUND = `scenario: Sound
operator: { name: O, zone: Asia/Shanghai, packs: [s2.4] }
actors:
  clerk: { role: front-desk, superior: boss }
  boss: { role: equipment-manager }
  owner: { role: customer, customer: $customer }
given:
  - as: clerk
    post: /v1/customers
    body: { name: A }
    save: { customer: id }
steps:
  - at: 2026-03-02T09:00
    as: clerk
    post: /v1/service-requests
    body: { customerId: $customer, price: $$12 }
    save: { request: id }
    expect: { status: 201, body: { number: { $matches: "^BX\\\\d+$" } } }
  - at: 2026-03-02T09:31:00.500
    as: owner
    get: /v1/matters/$request/timeline
    query: { limit: 20 }
    headers: { Accept-Language: en }
`;

function read(text: string): Scenario {
  const scenario = parseScenario(text, 'a.yaml');
  if (Array.isArray(scenario)) throw new Error(JSON.stringify(scenario));
  return scenario;
}

/** Problems of the sound file after one replacement, as `line:column message`. */
function refusals(wanted: string | RegExp, replacement: string): string[] {
  const text = SOUND.replace(wanted, () => replacement);
  expect(text).not.toBe(SOUND);
  const found = parseScenario(text, 'a.yaml');
  if (!Array.isArray(found)) throw new Error('the file was not refused');
  return found.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

describe('a sound scenario file', () => {
  it('gives superiors first, moments in the zone of the operator, and headers in lower case', () => {
    const { actors, opensAt, steps } = read(SOUND);
    expect(actors.map(({ key }) => key)).toEqual(['boss', 'clerk', 'owner']);
    expect(new Date(opensAt).toISOString()).toBe('2026-03-02T01:00:00.000Z');
    expect(new Date(steps[1]!.at!).toISOString()).toBe('2026-03-02T01:31:00.500Z');
    expect(steps[1]).toMatchObject({ headers: { 'accept-language': 'en' }, query: { limit: 20 }, line: 19 });
  });

  it('opens at the start of the day where the first moment is a date', () => {
    const { opensAt } = read(SOUND.replace('at: 2026-03-02T09:00', 'at: 2026-03-02'));
    expect(new Date(opensAt).toISOString()).toBe('2026-03-01T16:00:00.000Z');
  });

  it('keeps what is written: a quoted number stays a text, a plain one a number', () => {
    const { given } = read(SOUND.replace('{ name: A }', '{ name: "1380", age: 41, none: null, list: [yes] }'));
    expect(given[0]!.body).toEqual({ name: '1380', age: 41, none: null, list: ['yes'] });
  });
});

describe('a scenario file is refused before anything runs, with line and column', () => {
  it.each([
    ['bad YAML', 'actors:', 'actors: [', /^\d+:\d+ /],
    ['an unknown key of the file', 'given:', 'fixtures:', /^7:1 unknown key "fixtures"; a scenario file has scenario, card/],
    ['an unknown key of the operator', 'packs:', 'pack: x, packs:', /^2:43 unknown key "pack"/],
    ['an unknown key of an actor', 'role: front-desk', 'roles: x, role: front-desk', /^4:12 unknown key "roles"/],
    ['an unknown key of a step', 'save: { request', 'saves: { request', /^17:5 unknown key "saves"/],
    ['an unknown key of expect', 'status: 201', 'code: x, status: 201', /^18:15 unknown key "code"; expect has status, headers, body/],
    ['a key written twice', 'role: equipment-manager', 'role: a, role: b', /^5:20 .*unique/i],
    ['an unknown actor', 'as: owner', 'as: nobody', /^20:9 unknown actor "nobody"; there are boss, clerk, owner, admin/],
    ['an unknown superior', 'superior: boss', 'superior: king', /^4:3 unknown actor "king" as superior of clerk/],
    ['superiors in a circle', 'role: equipment-manager', 'role: equipment-manager, superior: clerk', /own superiors/],
    ['a customer who acts in given', '  - as: clerk\n    post: /v1/customers', '  - as: owner\n    post: /v1/customers', /^8:9 owner is a customer/],
    ['a customer that given does not save', 'customer: $customer }', 'customer: $nobody }', /^6:38 no step of given saves \$nobody/],
    ['a customer without a file', ', customer: $customer }', ' }', /^6:3 an actor with the role customer says which/],
    ['an unknown saved name in a body', 'customerId: $customer', 'customerId: $custome', /^16:25 unknown saved name "\$custome"/],
    ['an unknown saved name in a path', '$request/timeline', '$order/timeline', /^21:10 unknown saved name "\$order"/],
    ['a name used before its step saves it', 'customerId: $customer', 'customerId: $request', /^16:25 unknown saved name "\$request"/],
    ['a field of a saved value', '$request/timeline', '$request.id', /^21:10 "\$request\.id": only whole saved values/],
    ['time that goes backwards', 'at: 2026-03-02T09:31:00.500', 'at: 2026-03-02T08:59', /^19:9 time goes backwards/],
    ['a moment that is none', 'at: 2026-03-02T09:00', 'at: 2026-13-02T09:00', /^13:9 /],
    ['a moment with an offset', 'at: 2026-03-02T09:00', 'at: 2026-03-02T09:00+08:00', /^13:9 .* is not a local time/],
    ['an unknown zone', 'zone: Asia/Shanghai', 'zone: Nowhere/Land', /^2:28 "Nowhere\/Land" is not a time zone/],
    ['a step with two methods', 'get: /v1/matters', 'post: /v1/x\n    get: /v1/matters', /^19:5 a step has exactly one of/],
    ['a path with a query', '$request/timeline', '$request?limit=1', /^21:10 .* is not a path/],
    ['a get with a body', 'query: { limit: 20 }', 'body: {}', /^22:5 a get has no body/],
    ['an unknown operator', '$matches:', '$like:', /^18:46 unknown operator "\$like"; there are \$contains/],
    ['an operator beside plain keys', '{ $matches: "^BX\\\\d+$" }', '{ $length: 1, a: 2 }', /^18:44 \$length cannot stand beside/],
    ['a bad regular expression', '"^BX\\\\d+$"', '"("', /^18:56 \$matches takes a regular expression/],
    ['a status that is none', 'status: 201', 'status: ok', /^18:23 status is a number/],
    ['an alias', 'body: { name: A }', 'body: { name: &a A, other: *a }', /^10:32 aliases are not part/],
    ['a file without a moment', /^ {2}- at: .*\n {4}as/gm, '  - as', /no step says "at"/],
  ])('for %s', (_, wanted, replacement, told) => {
    const found = refusals(wanted as string, replacement as string);
    expect(found.some((line) => (told as RegExp).test(line)) || found).toBe(true);
  });

  it('for a local time that daylight saving skips', () => {
    const text = SOUND.replace('Asia/Shanghai', 'Europe/Berlin').replace('at: 2026-03-02T09:31:00.500', 'at: 2026-03-29T02:30');
    expect(parseScenario(text, 'a.yaml')).toMatchObject([
      { line: 19, column: 9, message: '2026-03-29T02:30 does not exist in Europe/Berlin: the clock skips it' },
    ]);
  });

  it('telling every fault at once, in the order of the file', () => {
    const found = refusals('as: owner', 'as: nobody\n    verb: x');
    expect(found.map((line) => line.split(' ')[0])).toEqual(['20:9', '21:5']);
  });

  it('for a text that is no mapping', () => {
    expect(parseScenario('just a text', 'a.yaml')).toMatchObject([{ line: 1, column: 1 }, {}, {}, {}, {}]);
    expect(parseScenario('', 'a.yaml')).toMatchObject([{ line: 1, column: 1, file: 'a.yaml' }, {}, {}, {}, {}]);
  });
});
