import { writtenFile } from '../../test/written-file.ts';
import { runCommand } from '../command-line/run-command.ts';

const CALENDAR = { zone: 'Asia/Shanghai', hours: '08:30-12:00,13:30-17:30', country: 'CN' };
const EDITED = { ...CALENDAR, days: { '2026-10-13': 'off' } };
const STEPS = [
  { id: 'wo-1', start: '2026-10-10T02:00:00Z', due: 'P3WD' },
  { id: 'wo-2', start: '2026-10-10T02:00:00Z', due: 'P3WD', open: false },
  { id: 'wo-3', start: '2026-10-12T02:00:00Z', due: 'PT30M' },
  { id: 'wo-4', start: '2026-10-10T02:00:00Z', due: ['P3WD', 'P5WD'], counting: { hour: '16:00' } },
  { id: 'wo-5', start: '2026-10-12T01:00:00Z', due: 'P4WH', events: [{ at: '2026-10-12T02:00:00Z', type: 'pause' }, { at: '2026-10-12T09:00:00Z', type: 'resume' }] },
];
const preview = (from: unknown, to: unknown, steps?: unknown, ...more: string[]): ReturnType<typeof runCommand> => runCommand([
  'preview', '--from', writtenFile('from.json', from), '--to', writtenFile('to.json', to),
  ...(steps === undefined ? [] : ['--open', writtenFile('steps.json', steps)]), ...more,
]);

describe('deadlines preview', () => {
  it('tells which open dues a holiday edit moves, from when to when and why', () => {
    const { lines, code } = preview(CALENDAR, EDITED, STEPS, '--lang', 'en');
    expect(code).toBe(0);
    expect(lines).toEqual([
      'Differences:', '  1 single date differs',
      '', 'wo-1', '  Due moved from 2026-10-14 17:30 to 2026-10-15 17:30', "  The operator's own dates changed", "    2026-10-13: working day 08:30-12:00,13:30-17:30 → the operator's exception",
      '', 'wo-4', '  Due moved from 2026-10-14 16:00 to 2026-10-15 16:00', "  The operator's own dates changed", "    2026-10-13: working day 08:30-12:00,13:30-17:30 → the operator's exception",
      '', 'wo-5', '  Due moved from 2026-10-13 11:00 to 2026-10-14 11:00', "  The operator's own dates changed", "    2026-10-13: working day 08:30-12:00,13:30-17:30 → the operator's exception",
      '', '4 open: 3 would move, 0 would turn firm or provisional',
    ]);
  });

  it('leaves what is already missed, and marks what the edit makes overdue', () => {
    expect(preview(CALENDAR, EDITED, [STEPS[0]], '--lang', 'en', '--at', '2026-10-20T00:00:00Z').lines.at(-1)).toBe('1 open: 0 would move, 0 would turn firm or provisional');
    expect(preview(EDITED, CALENDAR, [STEPS[0]], '--lang', 'en', '--at', '2026-10-15T01:00:00Z').lines).toContain('  It is overdue at once: somebody has to decide');
  });

  it('gives the changes as JSON', () => {
    const { lines } = preview(CALENDAR, EDITED, STEPS, '--json', 'yes');
    expect((JSON.parse(lines[0]!) as { id: string; movedMs: number }[]).map(({ id, movedMs }) => [id, movedMs])).toEqual([['wo-1', 86_400_000], ['wo-4', 86_400_000], ['wo-5', 86_400_000]]);
  });

  it('tells a policy edit by the values it changes and the dues that read them', () => {
    const from = { calendar: CALENDAR, packs: ['s2.4'] };
    const to = { ...from, overrides: { 's2.4.promptly': 'P2WD at 17:30' } };
    const { lines } = preview(from, to, [{ id: 'wo-1', start: '2026-10-10T02:00:00Z', due: 'value:s2.4.promptly' }, { id: 'wo-2', start: '2026-10-10T02:00:00Z', due: 'value:s2.4.handOverLimit' }]);
    expect(lines).toEqual([
      '差异：', '  s2.4.promptly：P1WD at 17:30 → P2WD at 17:30',
      '', 'wo-1', '  到期由2026-10-12 17:30变为2026-10-13 17:30', '  期限由P1WD at 17:30变为P2WD at 17:30',
      '', '未结期限2项：到期变动1项，暂定与确定之间转变0项',
    ]);
  });

  it('a notice that arrives turns provisional dues firm', () => {
    const from = { ...CALENDAR, notices: ['CN-2024', 'CN-2025'] };
    const { lines } = preview(from, CALENDAR, [{ id: 'wo-1', start: '2026-10-12T02:00:00Z', due: 'P1WD' }], '--lang', 'zh-TW');
    expect(lines).toContain('  notices：- → CN-2026');
    expect(lines).toContain('  由暫定轉為確定');
  });

  it('without open dues it tells the differences alone, or that there are none', () => {
    expect(preview(CALENDAR, { ...CALENDAR, zone: 'Asia/Tokyo', hours: { mon: '08:30-17:30' } }, undefined, '--lang', 'en').lines.slice(0, 2)).toEqual(['Differences:', '  zone: Asia/Shanghai → Asia/Tokyo']);
    expect(preview(CALENDAR, CALENDAR, undefined, '--lang', 'en').lines).toEqual(['nothing differs that a due depends on']);
  });

  it.each<[string, unknown, unknown, unknown, string]>([
    ['a policy that is a list', [], CALENDAR, STEPS, 'from.json:1:1 shape: must be object'],
    ['a calendar without hours', { zone: 'Asia/Shanghai' }, CALENDAR, STEPS, 'from.json:1:1 shape: hours is missing'],
    ['a calendar that cannot be used', { calendar: { ...CALENDAR, hours: 'noon' } }, CALENDAR, STEPS, 'from.json:4:3 calendar calendar.hours: cannot be used; found "noon"'],
    ['a pack that is not there', { calendar: CALENDAR, packs: ['s9.9'] }, CALENDAR, STEPS, 'from.json:8:3 shape packs[0]: there is no such pack; found "s9.9"; allowed: '],
    ['an override of nothing', { calendar: CALENDAR, packs: ['s2.4'], overrides: { 's2.4.guess': 'P1D' } }, CALENDAR, STEPS, 'unknownName overrides.s2.4.guess: no value guess in s2.4'],
    ['a due that is none', CALENDAR, CALENDAR, [{ ...STEPS[0], due: 'soon' }], 'steps.json:5:3 shape [0].due: '],
    ['a value no policy has', CALENDAR, CALENDAR, [{ ...STEPS[0], due: 'value:s2.4.promptly' }], 'has no such value; found "value:s2.4.promptly"; allowed: values of the packs of both policies'],
    ['a step without start', CALENDAR, CALENDAR, [{ id: 'x', due: 'P1D' }], 'steps.json:2:2 shape [0]: start is missing'],
    ['an unknown event', CALENDAR, CALENDAR, [{ ...STEPS[0], events: [{ at: '2026-10-12T02:00:00Z', type: 'sleep' }] }], 'shape [0].events[0].type: must be equal to one of the allowed values; found "sleep"; allowed: pause | resume | restart | extend | stop | cancel'],
    ['an extension without its length', CALENDAR, CALENDAR, [{ ...STEPS[0], events: [{ at: '2026-10-12T02:00:00Z', type: 'extend' }] }], 'shape [0].events[0]: by is missing'],
    ['a clock with events and several limits', CALENDAR, CALENDAR, [{ ...STEPS[3], events: [{ at: '2026-10-12T02:00:00Z', type: 'pause' }] }], 'a clock with events and several limits (step wo-4)'],
  ])('refuses %s', (_, from, to, steps, message) => {
    const { complaints = [], code } = preview(from, to, steps);
    expect([complaints.join('\n').includes(message) || complaints, code]).toEqual([true, 1]);
  });

  it('values of several limits that count in different ways are refused, unless the promise says how', () => {
    const policy = { calendar: CALENDAR, packs: ['s2.4'], overrides: { 's2.4': { values: { promptly: { is: 'P3D', roll: 'forward' } } } } };
    const due = ['value:s2.4.promptly', 'value:s2.4.handOverLimit'];
    expect(preview(policy, policy, [{ ...STEPS[0], due }]).complaints![0]).toContain('its values are counted in different ways');
    expect(preview(policy, policy, [{ ...STEPS[0], due, counting: {} }]).code).toBe(0);
  });

  it('refuses an instant that is none', () => {
    expect(preview(CALENDAR, CALENDAR, STEPS, '--at', 'now')).toMatchObject({ code: 2, complaints: [expect.stringContaining('--at "now"') as string, '', expect.any(String) as string] });
  });
});
