import { addWorkingDays, compileCalendar, dueAt, parseDue } from '@huiyin/deadline-rules';
import { holidayNotices, partialHolidays } from './holiday-notices.ts';

const offOf = (country: string, year: number, state?: string): string[] =>
  holidayNotices({ country, state }, { from: year, to: year })[0]!.off.map(({ from, to }) => (from === to ? from : `${from}/${to}`));

describe('holidayNotices', () => {
  it('gives one notice a year that names its source, with whole public holidays and no make-up days', () => {
    const notices = holidayNotices({ country: 'DE' }, { from: 2026, to: 2027 });
    expect(notices.map(({ id, year, makeUp }) => [id, year, makeUp])).toEqual([['DE-2026', 2026, []], ['DE-2027', 2027, []]]);
    expect(notices[0]).toMatchObject({ title: 'Public holidays DE 2026, by date-holidays 3.37.0', number: null, url: expect.stringContaining('date-holidays') as string });
    expect(offOf('DE', 2026)).toEqual(['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-01', '2026-05-14', '2026-05-25', '2026-10-03', '2026-12-25', '2026-12-26']);
  });

  it('knows the holidays of a part of a country', () => {
    expect(offOf('DE', 2026, 'BY')).toEqual(expect.arrayContaining(['2026-01-06', '2026-06-04', '2026-11-01']));
    expect(holidayNotices({ country: 'DE', state: 'BY' }, { from: 2026, to: 2026 })[0]!.id).toBe('DE-BY-2026');
  });

  it('gives substitute days, and holidays of several days as one run', () => {
    expect(offOf('JP', 2026)).toEqual(expect.arrayContaining(['2026-05-05', '2026-05-06']));
    expect(offOf('SA', 2026)).toContain('2026-03-19/2026-03-22');
  });

  it('names holidays in English, and in Chinese where the source does', () => {
    const names = (country: string): { en: string; 'zh-CN': string }[] => holidayNotices({ country }, { from: 2026, to: 2026 })[0]!.off.map(({ name }) => name);
    expect(names('DE')[0]).toMatchObject({ en: "New Year's Day", 'zh-CN': '元旦' });
    expect(names('DE')[4]).toMatchObject({ en: 'Ascension Day', 'zh-CN': 'Ascension Day' });
    expect(names('TW').map((name) => name['zh-CN'])).toContain('端午節');
  });

  it('the days do not depend on the time zone of the process', () => {
    const before = process.env['TZ'];
    try {
      const answers = ['UTC', 'America/Los_Angeles', 'Pacific/Auckland'].map((zone) => {
        process.env['TZ'] = zone;
        return JSON.stringify([offOf('DE', 2026), offOf('IL', 2026), offOf('US', 2026)]);
      });
      expect(new Set(answers).size).toBe(1);
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });

  it('feeds a calendar: holidays are skipped and cited, the operator wins, a year not asked for is provisional', () => {
    const notices = holidayNotices({ country: 'DE' }, { from: 2026, to: 2026 });
    const document = { zone: 'Europe/Berlin', hours: '09:00-17:00', country: 'DE', notices };
    const calendar = compileCalendar(document);
    expect(addWorkingDays('2026-04-02', 1, calendar)).toBe('2026-04-07');
    expect(addWorkingDays('2026-04-02', 1, compileCalendar({ ...document, days: { '2026-04-03': 'work' } }))).toBe('2026-04-03');
    const due = dueAt(parseDue('P1WD'), '2026-12-31T09:00:00Z', calendar);
    expect(due.provisional).toEqual({ year: 2027, reason: 'calendar-year-not-published' });
    expect(due.explanation.calendar.notices[0]!.id).toBe('DE-2026');
  });

  it.each([
    [{ country: 'CN' }, 'country: expected a country other than CN'],
    [{ country: 'XX' }, 'country: expected one of AD, '],
    [{ country: 'toString' }, 'country: expected one of AD, '],
    [{ country: 'DE', state: 'XX' }, 'state: expected one of BB, '],
    [{ country: 'AD', state: 'BY', region: 'A' }, 'state: expected'],
    [{ country: 'DE', region: 'A' }, 'region: expected a region together with its state'],
    [{ country: 'DE', state: 'BE', region: 'A' }, 'region: expected none: it has no parts of its own'],
  ])('refuses %j', (place, message) => {
    expect(() => holidayNotices(place, { from: 2026, to: 2026 })).toThrow(message);
  });

  it.each([[1969, 1970], [2026, 2101], [2027, 2026], [2000, 2050], [2026.5, 2027], [Number.NaN, 2026]])('refuses the years %s to %s', (from, to) => {
    expect(() => holidayNotices({ country: 'DE' }, { from, to })).toThrow('years: expected');
  });
});

describe('partialHolidays', () => {
  it('lists holidays of part of a day apart from the days off', () => {
    const partial = partialHolidays({ country: 'FO' }, { from: 2026, to: 2026 });
    expect(partial.map(({ date, from, hours }) => [date, from, hours])).toEqual([['2026-06-05', '12:00', 12], ['2026-12-31', '12:00', 12]]);
    expect(offOf('FO', 2026)).not.toContain('2026-06-05');
    expect(partialHolidays({ country: 'DE' }, { from: 2026, to: 2026 })).toEqual([]);
  });

  it('a run that ends at noon counts its whole days, a day of 25 hours is one', () => {
    expect(offOf('TR', 2026)).toContain('2026-03-20/2026-03-22');
    expect(offOf('HT', 2026)).toContain('2026-11-01');
  });
});
