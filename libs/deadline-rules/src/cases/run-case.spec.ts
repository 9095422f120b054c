import { readFileSync } from 'node:fs';
import { caseCalendars } from './case-calendars.ts';
import type { CaseFile } from './case-file.ts';
import { runCase } from './run-case.ts';

const file = JSON.parse(readFileSync(new URL('../../cases/deadline-cases.json', import.meta.url), 'utf8')) as CaseFile;
const calendars = caseCalendars(file);

describe('the given deadline cases', () => {
  it.each(file.cases.map((given) => [given.id, given] as const))('%s gives what its source says', (_, given) => {
    const result = runCase(given, calendars);
    expect(result).toEqual({ ...result, passed: true });
  });

  it('cn-08a, begun before the notice of 2026, is provisional', () => {
    const given = file.cases.find(({ id }) => id === 'cn-08a')!;
    expect(runCase(given, calendars).actual).toMatchObject({ dueDate: '2026-01-12', provisional: true, needsYear: 2026 });
  });

  it('60 working days from 2025-10-20 turn firm and move by a day once the notice of 2026 is known', () => {
    const given = { id: 'cn-08b', op: 'addWorkingDays', calendar: 'cn-office', start: '2025-10-20', amount: { workingDays: 60 }, expect: {} };
    expect(runCase(given, calendars).actual).toEqual({ dueDate: '2026-01-13' });
  });

  it('gives the same dates in every time zone of the process', () => {
    const before = process.env['TZ'];
    try {
      for (const zone of ['UTC', 'Asia/Shanghai', 'America/Los_Angeles']) {
        process.env['TZ'] = zone;
        const given = file.cases.find(({ op }) => op === 'timeZoneIndependence')!;
        expect(runCase(given, caseCalendars(file)).passed).toBe(true);
      }
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });

  it('takes an instant for its local date where a date is asked, and compares instants whatever their offset', () => {
    const given = { id: 'x', op: 'addWorkingDays', calendar: 'cn-office', start: '2026-09-27T23:00:00Z', amount: { workingDays: 7 }, expect: { dueDate: '2026-10-13' } };
    expect(runCase(given, calendars).passed).toBe(true);
    const hours = { id: 'y', op: 'addWorkingTime', calendar: 'cn-office', start: '2026-10-08T08:30:00+08:00', amount: { hours: 1 }, expect: { due: '2026-10-08T01:30:00Z' } };
    expect(runCase(hours, calendars).passed).toBe(true);
    expect(runCase({ ...hours, expect: { due: '2026-10-08T09:30:00Z' } }, calendars).passed).toBe(false);
  });

  it('fails, and does not throw, a case whose expectation cannot be what the library gives', () => {
    const given = { id: 'x', op: 'addWorkingTime', calendar: 'cn-office', start: '2026-10-08T08:30:00+08:00', amount: { hours: 1 } };
    for (const expect_ of [{ due: 'T' }, { due: null }, { amount: { hours: 1 } }, { dueDate: '2026-10-08' }]) expect(runCase({ ...given, expect: expect_ }, calendars).passed).toBe(false);
    expect(runCase({ ...given, calendar: undefined, expect: { due: 'x' } }, calendars).actual).toEqual({ error: 'addWorkingTime needs a calendar' });
    expect(runCase({ ...given, start: 'yesterday', expect: { due: 'x' } }, calendars)).toMatchObject({ passed: false, actual: { error: expect.stringContaining('instant') as string } });
  });

  it('reports an unknown operation or calendar as a failed case instead of throwing', () => {
    expect(runCase({ id: 'x', op: 'toString', expect: { due: 'x' } }, calendars)).toMatchObject({ passed: false, actual: { error: expect.stringContaining('unknown operation toString; there are addWorkingTime, ') as string } });
    expect(runCase({ id: 'y', op: 'addWorkingDays', calendar: 'none', expect: { dueDate: 'x' } }, calendars).actual).toEqual({ error: 'unknown calendar none' });
  });
});
