import { broken, soundPack, writtenFolder } from '../testing/written-pack.ts';
import { commands } from './commands.ts';

const run = (name: string, ...parameters: string[]) => commands[name]!(parameters);

describe('packs on the command line', () => {
  it('lint: 0 for a sound pack, 1 and the place for a broken one', () => {
    expect(run('lint', writtenFolder('x1', { 'pack.yaml': soundPack }))).toEqual({ lines: ['1 packs, 0 errors, 0 warnings'], code: 0 });
    const { lines, code } = run('lint', writtenFolder('x1', { 'pack.yaml': broken('final: [closed]', 'final: [open]') }));
    expect(code).toBe(1);
    expect(lines[0]).toMatch(/^x1\/pack\.yaml:21:7 stateNobodyLeaves kinds\.slip\.acts\.close: slip stays in closed for ever/);
  });

  it('explain: the citation of a rule and each item that carries it', () => {
    const { lines, code } = run('explain', 's2.4/11');
    expect(code).toBe(0);
    expect(lines[0]).toBe('s2.4/11  报修服务中心工作规程 4.3「在30分钟以内」');
    expect(lines.join('\n')).toContain('values.handOverLimit  (s2.4/values.yaml:');
    expect(lines.join('\n')).toContain('kinds.workOrder.steps.handOver');
  });

  it('explain: 1 for a rule that is not there, 2 without a rule', () => {
    expect(run('explain', 's2.4/99').code).toBe(1);
    expect(run('explain', 's2.4').code).toBe(2);
  });

  it('coverage: every rule of a card with its status and the sections that carry it', () => {
    const { lines, code } = run('coverage', 's2.4');
    expect(code).toBe(0);
    expect(lines).toHaveLength(26);
    expect(lines[10]).toMatch(/^s2\.4\/11 +4\.3 +deadline +executable +values, acts, steps, effects$/);
    expect(lines.at(-1)).toBe('s2.4: 25 of 25 rules carried');
  });

  it('coverage: a row for each of the 44 cards and for each kind of rule, 2 for a card that is not there', () => {
    const { lines, code } = run('coverage');
    expect(code).toBe(0);
    expect(lines.filter((line) => /^S\d/.test(line))).toHaveLength(44);
    expect(lines.find((line) => line.startsWith('S3.15'))).toContain('one text with S0.10');
    expect(lines.at(-1)).toMatch(/^all +1426 /);
    expect(run('coverage', 's9.9').code).toBe(2);
  });
});
