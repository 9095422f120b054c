import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeGateway, PLATFORM_KEY } from '../../test/fake-gateway.ts';
import { runCommand } from './run-command.ts';

const fileOf = (title: string, status: number) => `scenario: ${title}
operator: { name: O, zone: Asia/Shanghai, packs: [s2.4] }
actors: { clerk: { role: front-desk } }
steps:
  - at: 2026-03-02T09:00
    as: clerk
    post: /v1/service-requests
    save: { request: id }
    expect: { status: ${status} }
`;

describe('the command', () => {
  const fake = new FakeGateway();
  const printed: string[] = [];
  const complained: string[] = [];
  let folder: string;
  let url: string;
  let starts: number;
  let stops: number;

  beforeAll(async () => void (url = await fake.start()));
  afterAll(() => fake.stop());
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'scenario-'));
    [starts, stops, printed.length, complained.length] = [0, 0, 0, 0];
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function run(...argv: string[]): Promise<number> {
    const start = async () => ({ url, platformKey: PLATFORM_KEY, stop: async () => void stops++ });
    return runCommand(argv, {
      environment: {},
      start: () => (starts++, start()),
      print: (text) => void printed.push(text),
      complain: (text) => void complained.push(text),
    });
  }

  async function write(name: string, text: string): Promise<string> {
    await mkdir(join(folder, 'below'), { recursive: true });
    await writeFile(join(folder, name), text);
    return join(folder, name);
  }

  it('runs every scenario file below a folder on one system that it starts and stops', async () => {
    await write('a.scenario.yaml', fileOf('A', 201));
    await write('below/b.scenario.yaml', fileOf('B', 201));
    await write('other.yaml', 'not a scenario');
    expect(await run(folder)).toBe(0);
    expect(printed.at(-1)).toBe('12 passed, 0 failed');
    expect([starts, stops]).toEqual([1, 1]);
  });

  it('exits with 1 and shows the step where an expectation is wrong', async () => {
    const file = await write('a.scenario.yaml', fileOf('A', 409));
    expect(await run(file)).toBe(1);
    expect(printed[0]).toContain('✗ 1  POST /v1/service-requests as clerk  — line 5\n      status (line 9)\n        expected 409\n        actual   201');
    expect(printed.at(-1)).toMatch(/^\d+ passed, 1 failed$/);
    expect(stops).toBe(1);
  });

  it('uses the system it is given and prints results for machines', async () => {
    const file = await write('a.scenario.yaml', fileOf('A', 201));
    expect(await run(file, '--json', '--url', url, '--platform-key', PLATFORM_KEY)).toBe(0);
    expect(starts).toBe(0);
    expect(JSON.parse(printed.join(''))).toMatchObject({ passed: 6, failed: 0, scenarios: [{ title: 'A', failed: 0 }] });
  });

  it('starts nothing where one of the files is refused', async () => {
    await write('a.scenario.yaml', fileOf('A', 201));
    await write('b.scenario.yaml', fileOf('B', 201).replace('as: clerk', 'as: nobody'));
    expect(await run(folder)).toBe(1);
    expect(complained[0]).toContain('b.scenario.yaml:6:9 unknown actor "nobody"');
    expect(starts).toBe(0);
  });

  it('refuses two files of one title', async () => {
    await write('a.scenario.yaml', fileOf('A', 201));
    await write('b.scenario.yaml', fileOf('A', 201));
    expect(await run(folder)).toBe(1);
    expect(complained[0]).toMatch(/b\.scenario\.yaml:1:1 title "A" is that of .*a\.scenario\.yaml/);
  });

  it.each([
    [[], 2, 'name at least one scenario file'],
    [['--nonsense', 'x'], 2, 'nonsense'],
    [['x', '--url', 'http://127.0.0.1:1'], 2, '--url needs --platform-key'],
    [['no-such-file'], 1, 'there is no file or folder no-such-file'],
  ])('answers %j with %i', async (argv, code, told) => {
    expect(await run(...argv)).toBe(code);
    expect(complained[0]).toContain(told);
  });

  it('fails where a folder holds no scenario', async () => {
    expect(await run(folder)).toBe(1);
    expect(complained[0]).toContain('no *.scenario.yaml below');
  });
});
