import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256Of } from '../sources/source-index.ts';
import { broken, soundPack, writtenFolder } from '../testing/written-pack.ts';
import { commands } from './commands.ts';
import { runCommand } from './run-command.ts';

const run = (...called: string[]) => runCommand(called);

describe('packs on the command line', () => {
  it.each([[[]], [['help']], [['--help']], [['-h']]])('without a command, and asked for help: every command with an example (%j)', (called) => {
    const { lines, code } = run(...called);
    expect(code).toBe(0);
    for (const { name, example } of commands) expect(lines).toEqual(expect.arrayContaining([expect.stringMatching(new RegExp(`^packs ${name}\\b`)), `  for example: npm run -s packs -- ${example}`]));
  });

  it.each([['coverage', '--help'], ['coverage', 's2.4', '-h'], ['help', 'coverage']])('one command asked for help: its options (%j %j %j)', (...called) => {
    const { lines, code } = run(...called.filter((word) => word !== undefined));
    expect(code).toBe(0);
    expect(lines[0]).toMatch(/^packs coverage \[ID …\]/);
    expect(lines.join('\n')).toContain('--passages');
  });

  it.each([
    ['lnit', 'packs has no command lnit; there are: new, lint, explain, coverage, mutate, golden, sources, articles, card, reference, schema. More: packs help'],
    ['lint --strict', 'lint has no option --strict; it has none'],
    ['coverage --rule', 'coverage has no option --rule; allowed: --rules, --passages, --sources'],
    ['coverage --rules --rules', '--rules is given twice'],
    ['coverage s9.9', 'there is no card s9.9; cards are named S0.1 to S4.2'],
    ['coverage --passages', '--passages takes one or more packs: coverage s2.4 --passages'],
    ['coverage s2.4 --sources seeds', '--sources shows the words of --passages: say both'],
    ['coverage s2.4 --passages --sources', "--sources takes FOLDER: with --passages: the folder of the sources, to show their words"],
    ['explain', 'nothing was named: explain takes ID/RULE, as in: packs explain s2.4/11'],
    ['explain s2.4', 's2.4 names no rule: a pack and the number of a rule, as s2.4/11'],
    ['explain s2.4/', 's2.4/ names no rule: a pack and the number of a rule, as s2.4/11'],
    ['explain s2.4/11 s2.4/12', 's2.4/12 is too much: explain takes ID/RULE, as in: packs explain s2.4/11'],
    ['golden s2.4', 'only s2.4 was named: golden takes ID|folder STAGE …, as in: packs golden s2.4 storyPaid'],
    ['mutate', 'nothing was named: mutate takes ID|folder, as in: packs mutate s2.4'],
    ['new', 'nothing was named: new takes ID, as in: packs new s0.7'],
    ['card', "nothing was named: card takes FILE …, as in: packs card ../scenarios/S2.4.md"],
    ['reference now', 'now is too much: reference takes no names, as in: packs reference'],
    ['sources s2.4 seeds', 'only s2.4 seeds was named: sources takes ID|folder FOLDER DAY, as in: packs sources s2.4 ../sources 2026-11-25'],
    ['sources s2.4 seeds today', 'today is no day: the day on which the words are looked up, as 2026-11-25'],
    ['sources s2.4 seeds 2026-02-30', '2026-02-30 is no day: the day on which the words are looked up, as 2026-11-25'],
  ])('called wrongly it says how: packs %s', (called, message) => {
    expect(run(...called.split(' '))).toEqual({ lines: [message], code: 2 });
  });

  it.each([
    ['lint s9.9'], ['explain s9.9/1'], ['mutate s9.9'], ['golden s9.9 storyPaid'], ['sources s9.9 seeds 2026-11-25'], ['coverage s9.9 --passages'],
  ])('a pack that is not there is answered with those that are: packs %s', (called) => {
    const { lines, code } = run(...called.split(' '));
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringMatching(/^there is no pack s9\.9; there are the packs .*s2\.4.* and the proofs .*; a folder is named with a slash: \.\/s9\.9$/)]);
  });

  it.each([
    ['lint no/such/folder', 'no/such/folder is no folder'],
    ['new s9.9', 'there is no card s9.9'],
    ['new s2.4', 'the pack s2.4 is there already'],
    ['card no-such-card.md', 'there is no file no-such-card.md'],
    ['articles no/such/folder', 'the folder no/such/folder has no 000_b1acac4340a23703.txt'],
    ['sources s2.4 no/such/folder 2026-11-25', 'the folder no/such/folder has no 002_cbf801d05c4c3567.txt'],
    ['golden s2.4 noStage', 's2.4 has no stage noStage; there are:'],
    ['explain s2.4/99', 's2.4 has no rule 99; it cites 1, 2,'],
  ])('what is not there is named: packs %s', (called, message) => {
    const { lines, code } = run(...called.split(' '));
    expect(code).toBe(1);
    expect(lines.join('\n')).toContain(message);
  });

  it('lint: 0 for a sound pack, 1 and the place for a broken one', () => {
    expect(run('lint', writtenFolder('x1', { 'pack.yaml': soundPack }))).toEqual({ lines: ['1 packs, 0 errors, 0 warnings'], code: 0 });
    const { lines, code } = run('lint', writtenFolder('x1', { 'pack.yaml': broken('final: [closed]', 'final: [open]') }));
    expect(code).toBe(1);
    expect(lines[0]).toMatch(/^x1\/pack\.yaml:21:7 stateNobodyLeaves kinds\.slip\.acts\.close: slip stays in closed for ever/);
  });

  it('explain: the citation of a rule, and what each item that carries it does, with its figures, its label and its place', () => {
    const { lines, code } = run('explain', 's2.4/11');
    expect(code).toBe(0);
    expect(lines[0]).toBe('s2.4/11  报修服务中心工作规程 4.3「在30分钟以内」  (deadline)');
    const text = lines.join('\n').replace(/\(s2\.4\/([a-z-]+)\.yaml:\d+\)/g, '($1)');
    expect(text).toContain('  values.handOverLimit 「交单时限, Limit for handing over」  (values)\n    PT30M (以内)');
    expect(text).toContain('  kinds.workOrder.acts.take 「接单, Take the order」  (work-order)\n    done by equipmentManager, from drafted, leads to handedOver');
    expect(text).toContain('    opens with workOrder.create, counted from matter.request.signedAt; owed by whoever may take\n    due handOverLimit (PT30M)');
    expect(text).toContain('    when workOrder.handOver.missed: tells starter and equipmentManager and departmentManager');
  });

  it('explain: a rule of money by its gates with their sentences, and of a proof', () => {
    const text = run('explain', 's2.4/25').lines.join('\n');
    expect(text).toContain('refused unless after.collected == matter.price\n    refused with 「收费金额与维修单的收费价格不符。」');
    expect(text).toContain('posts matter.price to the ledger of money');
    expect(text).toContain("P1WD at 17:30 (及时), the operator's setting");
    expect(run('explain', 's3.7/21').lines.join('\n')).toContain('* lossRate (10%)');
  });

  it('explain and lint: a pack of the operator\'s own folder is found by its id', () => {
    process.env['HUIYIN_PACK_FOLDER'] = dirname(writtenFolder('x1', { 'pack.yaml': soundPack }));
    try {
      expect(run('lint', 'x1')).toEqual({ lines: ['1 packs, 0 errors, 0 warnings'], code: 0 });
      expect(run('explain', 'x1/1').code).toBe(0);
    } finally {
      delete process.env['HUIYIN_PACK_FOLDER'];
    }
  });

  it('coverage: every rule of a card with its status and the sections that carry it', () => {
    const { lines, code } = run('coverage', 's2.4');
    expect(code).toBe(0);
    expect(lines).toHaveLength(27);
    expect(lines[10]).toMatch(/^s2\.4\/11 +4\.3 +deadline +executable +values, acts, steps, effects$/);
    expect(lines.at(-2)).toBe('s2.4: 25 of 25 rules carried');
    expect(lines.at(-1)).toBe('s2.4: words are cited from 13 of 19 passages of 第四篇; 6 are cited by no rule (--passages lists them)');
  });

  it('coverage: a row for each of the 44 cards and for each kind of rule', () => {
    const { lines, code } = run('coverage');
    expect(code).toBe(0);
    expect(lines.filter((line) => /^S\d/.test(line))).toHaveLength(44);
    expect(lines.find((line) => line.startsWith('S3.15'))).toContain('one text with S0.10');
    expect(lines.at(-1)).toMatch(/^all +1426 /);
  });
});

describe('packs coverage --passages', () => {
  const source = new TextEncoder().encode('总则\n1.1 甲乙。丙丁。\n1.2 戊己。');
  const cited = `source: { file: a.txt, sha256: "${sha256Of(source)}", checked: 2026-11-25 }\ncites:\n  1: { clause: "1.1", words: 甲乙 }`;
  const folder = writtenFolder('x1', { 'pack.yaml': broken('cites:\n  1: { clause: "1" }', cited) });
  writeFileSync(join(dirname(folder), 'a.txt'), source);

  it('wants the words looked up first', () => {
    expect(run('coverage', folder, '--passages')).toEqual({ lines: ['pack x1 has no source.json: look its words up with `packs sources x1 FOLDER DAY`'], code: 1 });
    expect(run('sources', folder, dirname(folder), '2026-11-25')).toEqual({ lines: ['x1: 1 citations found in a.txt, 4 passages'], code: 0 });
    expect(run('lint', folder).code).toBe(0);
  });

  it('lists the passages that no rule cites by clause and place; with the sources at hand, by their words', () => {
    expect(run('coverage', folder, '--passages')).toEqual({
      lines: ['x1  (heading), characters 1 to 2', 'x1  1.1, characters 7 to 8', 'x1  1.2, characters 9 to 12', 'x1: words are cited from 1 of 4 passages of a.txt; 3 are cited by no rule'],
      code: 0,
    });
    expect(run('coverage', folder, '--passages', '--sources', dirname(folder)).lines.slice(1, 3)).toEqual(['x1  1.1, characters 7 to 8: 丙丁。', 'x1  1.2, characters 9 to 12: 1.2 戊己。']);
  });

  it('shows no words of a file that is another by now', () => {
    writeFileSync(join(dirname(folder), 'a.txt'), `${new TextDecoder().decode(source)} `);
    expect(run('coverage', folder, '--passages', '--sources', dirname(folder))).toEqual({ lines: ['a.txt is not the file that pack x1 stands on'], code: 1 });
  });

  it('answers for a pack without source', () => {
    expect(run('coverage', writtenFolder('x1', { 'pack.yaml': soundPack }), '--passages')).toEqual({ lines: ['pack x1 names no source'], code: 1 });
  });
});
