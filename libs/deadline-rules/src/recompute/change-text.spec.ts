import { compileCalendar } from '../calendar/compile-calendar.ts';
import type { CalendarDocument } from '../calendar/calendar-document.ts';
import { localToInstant } from '../zone/local-time.ts';
import { changeText } from './change-text.ts';
import type { DueChange, TimedStep } from './open-step.ts';
import { recompute } from './recompute.ts';

const ZONE = 'Asia/Shanghai';
const at = (local: string): string => localToInstant(local, ZONE);
const calendar = (more: Partial<CalendarDocument> = {}): ReturnType<typeof compileCalendar> =>
  compileCalendar({ zone: ZONE, hours: '08:30-17:30', country: 'CN', ...more });
const step = (spec: string, more: Partial<TimedStep> = {}): TimedStep => ({ id: 'a', spec, start: at('2026-10-10T10:00'), ...more });
const change = (given: TimedStep, before: Partial<CalendarDocument>, after: Partial<CalendarDocument>, asOf?: string): DueChange =>
  recompute([given], calendar(before), calendar(after), { asOf })[0]!;

describe('changeText', () => {
  it('tells an operator exception in each language', () => {
    const moved = change(step('P3WD'), {}, { days: { '2026-10-13': 'off' } });
    expect(changeText(moved, ZONE, 'en')).toEqual([
      'Due moved from 2026-10-14 17:30 to 2026-10-15 17:30',
      "The operator's own dates changed",
      "  2026-10-13: working day 08:30-17:30 → the operator's exception",
    ]);
    expect(changeText(moved, ZONE, 'zh-CN')).toEqual([
      '到期由2026-10-14 17:30变为2026-10-15 17:30', '本单位另定的日期有变', '  2026-10-13：工作日 08:30-17:30 → 本单位另定',
    ]);
    expect(changeText(moved, ZONE, 'zh-TW')).toEqual([
      '到期由2026-10-14 17:30變為2026-10-15 17:30', '本單位另定的日期有變', '  2026-10-13：工作日 08:30-17:30 → 本單位另定',
    ]);
  });

  it('falls back to English for a language that is none of ours', () => {
    const moved = change(step('P3WD'), {}, { days: { '2026-10-13': 'off' } });
    expect(changeText(moved, ZONE, 'fr' as 'en')[0]).toContain('Due moved');
  });

  it('tells a notice, by whether it arrived, was withdrawn or amended, with the holiday named', () => {
    const notices = ['CN-2024', 'CN-2025'];
    const given = step('P1WD', { start: at('2026-09-30T10:00') });
    const arrived = changeText(change(given, { notices }, {}), ZONE, 'en');
    expect(arrived.slice(0, 4)).toEqual([
      'Due moved from 2026-10-01 17:30 to 2026-10-08 17:30', 'It was provisional and is firm now',
      'Notice of holidays arrived: 国务院办公厅关于2026年部分节假日安排的通知 (2025-11-04)', '  2026-10-01: working day 08:30-17:30 → National Day',
    ]);
    const withdrawn = changeText(change(given, {}, { notices }), ZONE, 'zh-CN');
    expect(withdrawn.slice(1, 3)).toEqual(['由确定转为暂定', '放假通知已撤销：国务院办公厅关于2026年部分节假日安排的通知（2025-11-04）']);
    expect(changeText(change(given, { notices }, {}), ZONE, 'zh-TW').slice(1, 4)).toEqual([
      '由暫定轉為確定', '放假通知已收錄：国务院办公厅关于2026年部分节假日安排的通知（2025-11-04）', '  2026-10-01：工作日 08:30-17:30 → 國慶節',
    ]);
  });

  it('tells limits, counting, hours, zone and make-up hours by their old and new', () => {
    const edited = change(step('P3WD', { becomes: { spec: 'P5WD', policy: { firstDay: 'included' } } }), {}, {});
    expect(changeText(edited, ZONE, 'en').slice(1)).toEqual(['The limit changed from P3WD to P5WD', 'Counting of firstDay: unset → included']);
    expect(changeText(edited, ZONE, 'zh-CN').slice(1)).toEqual(['期限由P3WD变为P5WD', '计算参数 firstDay：未设 → included']);
    const dropped = change(step('P5D', { policy: { roll: 'back' }, becomes: { policy: {} }, start: at('2026-10-12T10:00') }), {}, {});
    expect(changeText(dropped, ZONE, 'en').slice(1)).toEqual(['Counting of roll: back → unset']);
    const hours = changeText(change(step('P3WH'), {}, { hours: { mon: '09:00-17:30' }, makeUpHours: '08:30-11:30' }), ZONE, 'en');
    expect(hours[1]).toMatch(/^Weekly hours changed from mon 08:30-17:30; .* to mon 09:00-17:30; tue off; /);
    expect(hours.slice(2)).toEqual(['The hours of make-up days changed', '  2026-10-10: make-up working day 08:30-17:30 → make-up working day 08:30-11:30']);
    expect(changeText(change(step('end of day'), {}, { zone: 'Asia/Tokyo' }), ZONE, 'zh-CN')[1]).toBe('时区由Asia/Shanghai变为Asia/Tokyo');
  });

  it('tells what stays, what is overdue at once and what cannot be computed any more', () => {
    const overdue = change(step('P3WD'), { days: { '2026-10-13': 'off' } }, {}, at('2026-10-15T09:00'));
    expect(changeText(overdue, ZONE, 'en')[1]).toBe('It is overdue at once: somebody has to decide');
    expect(changeText(overdue, ZONE, 'zh-CN')[1]).toBe('变更后即已逾期，须另行处理');
    const refused = change(step('P3WD', { becomes: { spec: 'P60000WD' } }), {}, {});
    expect(changeText(refused, ZONE, 'en')[0]).toBe('Due was 2026-10-14 17:30; it cannot be computed any more: working days that end after 2199');
    const notices = ['CN-2024', 'CN-2025'];
    const stays = change(step('P1WD', { start: at('2026-10-12T10:00') }), { notices }, {});
    expect(changeText(stays, ZONE, 'en').slice(0, 2)).toEqual(['Due stays at 2026-10-13 17:30', 'It was provisional and is firm now']);
    expect(changeText(stays, ZONE, 'zh-CN')[0]).toBe('到期不变：2026-10-13 17:30');
  });

  it('tells every kind of change in Chinese, simplified', () => {
    const zh = (given: TimedStep, before: Partial<CalendarDocument>, after: Partial<CalendarDocument>): string[] => changeText(change(given, before, after), ZONE, 'zh-CN');
    expect(zh(step('P3WD', { becomes: { spec: 'P60000WD' } }), {}, {})[0]).toBe('到期原为2026-10-14 17:30，现无法计算：working days that end after 2199');
    const days = zh(step('P3WH'), {}, { hours: { mon: '09:00-17:30' }, makeUpHours: '08:30-11:30' });
    expect(days[1]).toMatch(/^每周工作时间由mon 08:30-17:30; .*变为mon 09:00-17:30; tue off; /);
    expect(days.slice(2)).toEqual(['调休上班日的工作时间有变', '  2026-10-10：调休上班日 08:30-17:30 → 调休上班日 08:30-11:30']);
    const weekend = zh(step('P3WD', { start: at('2026-10-16T10:00') }), {}, { days: { '2026-10-17': 'work' } });
    expect(weekend.at(-1)).toBe('  2026-10-17：休息日 → 本单位另定 08:30-17:30');
  });

  it('tells every kind of change in English', () => {
    const english = (given: TimedStep, before: Partial<CalendarDocument>, after: Partial<CalendarDocument>): string[] => changeText(change(given, before, after), ZONE, 'en');
    const given = step('P1WD', { start: at('2026-09-30T10:00') });
    expect(english(given, {}, { notices: ['CN-2024', 'CN-2025'] }).slice(1, 3)).toEqual([
      'It was firm and is provisional now', 'Notice of holidays withdrawn: 国务院办公厅关于2026年部分节假日安排的通知 (2025-11-04)',
    ]);
    expect(english(step('end of day'), {}, { zone: 'Asia/Tokyo' })[1]).toBe('The time zone changed from Asia/Shanghai to Asia/Tokyo');
    const weekend = english(step('P3WD', { start: at('2026-10-16T10:00') }), {}, { days: { '2026-10-17': 'work' } });
    expect(weekend.at(-1)).toBe("  2026-10-17: weekend → the operator's exception 08:30-17:30");
  });

  it('tells an amended notice, a holiday without a name by its reason', () => {
    const whole = calendar().notices;
    const nameless = { ...whole[2]!, off: [{ from: '2026-10-13', to: '2026-10-13' } as never] };
    const amended = change(step('P3WD'), { notices: [whole[0]!, whole[1]!, { ...whole[2]!, off: [] }] }, { notices: [whole[0]!, whole[1]!, nameless] });
    expect(changeText(amended, ZONE, 'en').slice(1)).toEqual([
      'Notice of holidays amended: 国务院办公厅关于2026年部分节假日安排的通知 (2025-11-04)', '  2026-10-13: working day 08:30-17:30 → public holiday',
    ]);
    expect(changeText(amended, ZONE, 'zh-CN').slice(1)).toEqual([
      '放假通知已修订：国务院办公厅关于2026年部分节假日安排的通知（2025-11-04）', '  2026-10-13：工作日 08:30-17:30 → 节假日',
    ]);
  });
});
