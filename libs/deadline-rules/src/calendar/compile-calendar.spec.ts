import { KEPT_NOTICES } from '../holidays/kept-notices.ts';
import type { CalendarDocument } from './calendar-document.ts';
import { compileCalendar } from './compile-calendar.ts';
import { describeDay } from './describe-day.ts';

const OFFICE: CalendarDocument = { zone: 'Asia/Shanghai', hours: '08:30-12:00,13:30-17:30', country: 'CN' };
const compiled = (change: Record<string, unknown>): unknown => compileCalendar({ ...OFFICE, ...change } as CalendarDocument);

describe('compileCalendar', () => {
  it('reads one text as Monday to Friday and takes holidays and make-up days from the kept notices', () => {
    const calendar = compileCalendar(OFFICE);
    expect(describeDay('2026-10-09', calendar)).toEqual({
      date: '2026-10-09', working: true, reason: 'week', known: true,
      hours: [{ from: '2026-10-09T00:30:00.000Z', to: '2026-10-09T04:00:00.000Z' }, { from: '2026-10-09T05:30:00.000Z', to: '2026-10-09T09:30:00.000Z' }],
    });
    expect(describeDay('2026-10-10', calendar)).toMatchObject({ working: true, reason: 'makeUp' });
    expect(describeDay('2026-10-11', calendar)).toMatchObject({ working: false, reason: 'weekend', hours: [] });
    expect(describeDay('2026-10-01', calendar)).toMatchObject({ working: false, reason: 'holiday', name: { 'zh-CN': '国庆节', en: 'National Day' } });
    expect(describeDay('2027-01-04', calendar)).toMatchObject({ working: true, known: false });
  });

  it("lets the operator's days win over the notice and the week", () => {
    const calendar = compileCalendar({ ...OFFICE, days: { '2026-10-01': 'work', '2026-10-10': 'off', '2026-10-12': '10:00-11:00' }, makeUpHours: '09:00-15:00' });
    expect(describeDay('2026-10-01', calendar)).toMatchObject({ reason: 'exception', hours: [{ from: '2026-10-01T01:00:00.000Z', to: '2026-10-01T07:00:00.000Z' }] });
    expect(describeDay('2026-10-10', calendar)).toMatchObject({ reason: 'exception', working: false });
    expect(describeDay('2026-10-12', calendar).hours).toEqual([{ from: '2026-10-12T02:00:00.000Z', to: '2026-10-12T03:00:00.000Z' }]);
    expect(describeDay('2026-05-09', calendar)).toMatchObject({ reason: 'makeUp', hours: [{ from: '2026-05-09T01:00:00.000Z', to: '2026-05-09T07:00:00.000Z' }] });
  });

  it('keeps the notices of the country with number, date and address', () => {
    expect(compileCalendar(OFFICE).noticesOf(2024, 2026)).toEqual(KEPT_NOTICES.map(({ id, title, number, published, url }) => ({ id, title, number, published, url })));
    expect(compileCalendar({ zone: 'Etc/UTC', hours: '09:00-17:00' }).noticesOf(2024, 2026)).toEqual([]);
  });

  it('takes whole notices from the document, for other countries too', () => {
    const notice = { ...KEPT_NOTICES[2]!, id: 'XX-2030', country: 'XX', year: 2030, off: [{ name: { 'zh-CN': '日', 'zh-TW': '日', en: 'Day' }, from: '2030-03-01', to: '2030-03-04' }], makeUp: [] };
    const calendar = compileCalendar({ ...OFFICE, country: 'XX', notices: [notice] });
    expect(describeDay('2030-03-04', calendar)).toMatchObject({ reason: 'holiday', known: true });
    expect(describeDay('2026-10-01', calendar)).toMatchObject({ reason: 'week', known: false });
  });

  it('keeps a frozen copy: a change of the document afterwards changes nothing', () => {
    const document: CalendarDocument = { ...OFFICE, days: { '2026-03-02': 'off' } };
    const calendar = compileCalendar(document);
    document.days!['2026-03-02'] = 'work';
    expect(calendar.document.days).toEqual({ '2026-03-02': 'off' });
    expect(() => { calendar.document.days!['2026-03-02'] = 'work'; }).toThrow(TypeError);
    expect(describeDay('2026-03-02', calendar).working).toBe(false);
  });

  it.each<[string, Record<string, unknown>, string, string]>([
    ['an unknown field', { holidays: [] }, 'holidays', 'one of zone, hours'],
    ['no zone', { zone: undefined }, 'zone', 'an IANA time zone'],
    ['an offset as zone', { zone: '+08:00' }, 'zone', 'an IANA time zone'],
    ['hours of a wrong form', { hours: '8:30-17:30' }, 'hours', 'intervals HH:MM-HH:MM'],
    ['hours past 24:00', { hours: '08:30-24:01' }, 'hours', 'intervals HH:MM-HH:MM'],
    ['minutes past 59', { hours: '08:60-17:00' }, 'hours', 'intervals HH:MM-HH:MM'],
    ['an empty text', { hours: '' }, 'hours', 'intervals HH:MM-HH:MM'],
    ['an empty interval', { hours: '08:30-08:30' }, 'hours', 'longer than nothing'],
    ['overlapping intervals', { hours: '08:30-12:00,11:59-17:30' }, 'hours', 'none overlapping'],
    ['intervals out of order', { hours: '13:30-17:30,08:30-12:00' }, 'hours', 'none overlapping'],
    ['an interval over midnight that is not the last', { hours: '20:00-01:00,21:00-22:00' }, 'hours', 'only the last over midnight'],
    ['more than a day of hours', { hours: { mon: '08:00-09:00,10:00-09:00' } }, 'hours.mon', 'within 24 hours'],
    ['too many intervals', { hours: Array.from({ length: 49 }, (_, i) => `${String(Math.floor(i / 4)).padStart(2, '0')}:${['00', '15', '30', '45'][i % 4]}-${String(Math.floor(i / 4)).padStart(2, '0')}:${['05', '20', '35', '50'][i % 4]}`).join(',') }, 'hours', 'at most 48'],
    ['100,000 intervals', { hours: Array(100_000).fill('08:00-09:00').join(',') }, 'hours', 'intervals'],
    ['a weekday that is none', { hours: { monday: '08:30-17:30' } }, 'hours.monday', 'one of mon'],
    ['a week without hours', { hours: {} }, 'hours', 'at least one weekday'],
    ['hours that are a list', { hours: [] }, 'hours', 'by weekday'],
    ['a country in lower case', { country: 'cn' }, 'country', 'ISO 3166'],
    ['a country whose notices are not kept', { country: 'DE' }, 'country', 'whose notices are kept'],
    ['an unknown notice', { notices: ['CN-2027'] }, 'notices.0', 'one of CN-2024'],
    ['notices without country', { country: undefined, notices: [] }, 'notices', 'together with a country'],
    ['two notices of one year', { notices: ['CN-2026', 'CN-2026'] }, 'notices.1', 'one notice a year'],
    ['a notice of another country', { country: 'DE', notices: ['CN-2026'] }, 'notices.0', 'a notice of DE'],
    ['a notice with dates out of order', { notices: [{ ...KEPT_NOTICES[0]!, off: [{ name: {}, from: '2024-01-02', to: '2024-01-01' }] }] }, 'notices.0.off.0', 'dates in order'],
    ['a notice with a make-up day that does not exist', { notices: [{ ...KEPT_NOTICES[0]!, makeUp: ['2024-02-30'] }] }, 'notices.0.makeUp.0', 'a date that exists'],
    ['a notice without year', { notices: [{ ...KEPT_NOTICES[0]!, year: '2024' }] }, 'notices.0.year', 'a year'],
    ['a number as zone', { zone: 5 }, 'zone', 'an IANA time zone'],
    ['notices that are no list', { notices: 'CN-2026' }, 'notices', 'a list'],
    ['a notice without title', { notices: [{ ...KEPT_NOTICES[0]!, title: undefined }] }, 'notices.0.title', 'a text'],
    ['a notice without days off', { notices: [{ ...KEPT_NOTICES[0]!, off: undefined }] }, 'notices.0.off', 'a list of days off'],
    ['a notice without make-up days', { notices: [{ ...KEPT_NOTICES[0]!, makeUp: undefined }] }, 'notices.0.makeUp', 'a list of dates'],
    ['a notice that is none', { notices: [null] }, 'notices.0', 'a notice'],
    ['a date that does not exist', { days: { '2026-02-29': 'off' } }, 'days.2026-02-29', 'a date that exists'],
    ['a day with wrong hours', { days: { '2026-02-28': 'closed' } }, 'days.2026-02-28', 'intervals HH:MM-HH:MM'],
    ['days that are a list', { days: [] }, 'days', 'hours by date'],
    ['wrong hours of make-up days', { makeUpHours: '9-5' }, 'makeUpHours', 'intervals HH:MM-HH:MM'],
    ['hours over midnight into the next weekday', { hours: { mon: '20:00-02:00', tue: '01:00-03:00' } }, 'hours.tue', 'do not overlap'],
    ['hours over midnight into an exception', { hours: { mon: '20:00-02:00' }, days: { '2026-03-03': '01:59-05:00' } }, 'days.2026-03-03', 'do not overlap'],
  ])('refuses %s, naming the field', (_, change, field, rule) => {
    expect(() => compiled(change)).toThrow(expect.objectContaining({ name: 'CalendarError', field, message: expect.stringContaining(rule) as string }));
  });

  it('refuses more exceptions than it can hold, and takes ten thousand', () => {
    const many = (count: number): Record<string, string> =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [new Date(Date.UTC(1950, 0, 1) + i * 86_400_000).toISOString().slice(0, 10), 'off']));
    expect(() => compiled({ days: many(50_001) })).toThrow('at most 50000 dates');
    expect(compileCalendar({ ...OFFICE, days: many(10_000) }).isWorking(0)).toBe(false);
  });

  it('refuses what is no object', () => {
    for (const document of [null, [], 'x', undefined]) {
      expect(() => compileCalendar(document as unknown as CalendarDocument)).toThrow(expect.objectContaining({ field: 'document' }));
    }
  });

  it('cuts what it quotes of a bad document', () => {
    expect(() => compiled({ hours: 'x'.repeat(10_000) })).toThrow(/^.{0,200}$/s);
  });
});
