import { compileCalendar } from '@huiyin/deadline-rules';
import { readInForceFrom, readInForceOn } from './in-force-from.ts';

const DAY = { zone: 'Asia/Shanghai', hours: '08:30-17:30' };
const NIGHT = { zone: 'Asia/Shanghai', hours: { mon: '20:00-01:00', tue: '20:00-01:00', wed: '20:00-01:00', thu: '20:00-01:00', fri: '20:00-01:00', sat: '20:00-01:00', sun: '20:00-01:00' } };
const NOW = '2026-10-09T03:30:00.000Z';

describe('from when on a policy is in force', () => {
  it.each([
    ['an instant', '2026-10-12T09:00:00+08:00', DAY, '2026-10-12T01:00:00.000Z'],
    ['a date', '2026-10-12', DAY, '2026-10-11T16:00:00.000Z'],
    ['a business date that begins when the hours of the one before have closed', '2026-10-12', NIGHT, '2026-10-11T17:00:00.000Z'],
  ])('is %s', (_title, text, calendar, at) => {
    expect(readInForceFrom(text, calendar, NOW)).toBe(at);
    expect(readInForceOn(text, compileCalendar(calendar))).toBe(at);
  });
  it.each([['what lies behind', '2026-10-09', 'policy.in-force-behind'], ['a date that is none', '2026-02-30', 'invalid'], ['a year beyond those computed', '2900-01-01', 'invalid'], ['anything else', 'next week', 'invalid']])('is not %s', (_title, text, code) => {
    expect(() => readInForceFrom(text, DAY, NOW)).toThrow(expect.objectContaining({ facts: expect.objectContaining({ status: 422, code }) }));
  });
});
