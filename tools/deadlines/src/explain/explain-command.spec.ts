import { writtenFile } from '../../test/written-file.ts';
import { runCommand } from '../command-line/run-command.ts';

const explain = (...argv: string[]): ReturnType<typeof runCommand> => runCommand(['explain', ...argv]);
const lines = (...argv: string[]): string[] => [...explain(...argv).lines];
const S24 = ['--pack', 's2.4', '--start', '2026-10-09T11:45'];

describe('deadlines explain', () => {
  it('explains a figure of a rule with clause and words, start, stretches and due', () => {
    const { lines: told, code } = explain(...S24, '--rule', '11');
    expect(code).toBe(0);
    const block = told.slice(told.findIndex((line) => line.startsWith('kinds.workOrder.steps.handOver')));
    expect(block[0]).toMatch(/^kinds\.workOrder\.steps\.handOver {2}\(s2\.4\/work-order-promises\.yaml:\d+\)$/);
    expect(block.slice(1, 7)).toEqual([
      '条款：s2.4/11 报修服务中心工作规程 4.3「在30分钟以内」',
      '起算：2026-10-09 11:45（Asia/Shanghai）；期限：30分钟',
      '计入：2026-10-09 11:45 至 2026-10-09 12:15，按时钟连续计算，30分钟',
      '到期：2026-10-09 12:15（含该时刻）',
      'values.handOverLimit = PT30M（以内）',
      '= 2026-10-09T12:15:00+08:00',
    ]);
  });

  it('says where the text gives no figure, and which fact it would need', () => {
    const told = lines(...S24, '--rule', '25', '--lang', 'en');
    expect(told).toContain("Operator's setting: the text gives no figure");
    expect(told).toContain('Left out: matter.appointedAt (unknown here; give it by --fact matter.appointedAt=INSTANT)');
    expect(told).toContain('= 2026-10-10T17:30:00+08:00');
    expect(told.some((line) => line.startsWith('Source: 国务院办公厅关于2026年'))).toBe(true);
  });

  it('takes a fact that is ahead as the earliest, and leaves one out that is not', () => {
    const ahead = lines(...S24, '--rule', '25', '--lang', 'en', '--fact', 'matter.appointedAt=2026-10-09T14:30');
    expect(ahead).toContain('= 2026-10-09T14:30:00+08:00');
    expect(ahead).toContain('Not taken: 1 working day, at 17:30, due 2026-10-10 17:30');
    const past = lines(...S24, '--rule', '25', '--fact', 'matter.appointedAt=2026-10-09T10:00:00+08:00');
    expect(past).toContain('= 2026-10-10T17:30:00+08:00');
  });

  it('speaks traditional Chinese and other zones, hours and countries', () => {
    const told = lines(...S24, '--rule', '25', '--lang', 'zh-TW', '--zone', 'Europe/Berlin', '--country', 'DE-BY', '--hours', '09:00-17:00');
    expect(told).toContain('期限為本單位設定，條文未給出數字');
    expect(told).toContain('= 2026-10-12T17:30:00+02:00');
    expect(told.some((line) => line.includes('Public holidays DE-BY 2026'))).toBe(true);
    expect(lines(...S24, '--rule', '25', '--zone', 'Europe/Berlin').some((line) => line.includes('Public holidays'))).toBe(false);
  });

  it('takes a calendar from a file, and refuses one that cannot be used', () => {
    const good = writtenFile('calendar.json', { zone: 'Asia/Shanghai', hours: '08:30-17:30', country: 'CN', days: { '2026-10-10': 'off' } });
    expect(lines(...S24, '--rule', '25', '--calendar', good)).toContain('= 2026-10-12T17:30:00+08:00');
    const bad = writtenFile('calendar.json', { zone: 'Asia/Shanghai', hours: '08:30-17:30', days: { '2026-10-10': 'shut' } });
    const { complaints, code } = explain(...S24, '--rule', '25', '--calendar', bad);
    expect(code).toBe(1);
    expect(complaints![0]).toMatch(/calendar\.json:5:3 calendar days\.2026-10-10: cannot be used; found "shut"; allowed: intervals HH:MM-HH:MM/);
  });

  it('a proof is found by its id like a pack, and said to be one', () => {
    const { lines: told, code } = explain('--pack', 's4.2', '--rule', '40', '--start', '2026-04-07T10:10', '--lang', 'en');
    expect(code).toBe(0);
    expect(told[0]).toBe('s4.2 is a proof of the language: no operator adopts it');
    expect(told).toContain('Clause: s4.2/40 Owner complaints 4(5)1, “应在48小时内”');
    expect(told).toContain('= 2026-04-09T10:10:00+08:00');
    expect(lines('--pack', 'S4.2', '--rule', '40', '--start', '2026-04-07T10:10')[0]).toBe('s4.2 仅用于验证规程语言，不供单位采用');
    expect(lines(...S24, '--rule', '11')[0]).toMatch(/^kinds\.|^values\./);
  });

  it('a rule without a limit in time, or none of the pack, is told', () => {
    expect(explain(...S24, '--rule', '1')).toMatchObject({ code: 1, lines: [expect.stringContaining('s2.4/1 2.0') as string] });
    expect(explain(...S24, '--rule', '99')).toMatchObject({ code: 1, lines: [expect.stringContaining('s2.4 has no rule 99; it has 1, 2, ') as string] });
  });

  it.each([
    [['--pack', 's9.9', '--rule', '1', '--start', '2026-10-09T11:45'], 'there is no pack s9.9; there are the packs s2.4 and the proofs s0.7, '],
    [['--pack', 's2.4', '--rule', '11', '--start', 'noon'], '--start "noon": '],
    [[...S24, '--rule', '25', '--fact', 'matter.appointedAt'], '--fact "matter.appointedAt"; allowed: name=instant'],
  ])('%j is refused: %s', (argv, message) => {
    const { complaints, code } = explain(...argv);
    expect([complaints![0]!.includes(message) || complaints![0], code]).toEqual([true, 2]);
  });

  it.each([
    [['--country', 'XX'], 'country: expected one of AD'], [['--zone', 'Asia/Nowhere'], 'an IANA time zone'], [['--hours', 'noon'], 'intervals HH:MM-HH:MM'],
    [['--start', '2199-12-31T23:00'], '2199'],
  ])('%j ends with its reason', (argv, message) => {
    const base = argv[0] === '--start' ? ['--pack', 's2.4', '--rule', '25'] : [...S24, '--rule', '25'];
    const { complaints, code } = explain(...base, ...argv);
    expect([complaints![0]!.includes(message) || complaints![0], code]).toEqual([true, 1]);
  });
});
