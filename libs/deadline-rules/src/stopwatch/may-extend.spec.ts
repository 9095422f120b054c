import { compileCalendar } from '../calendar/compile-calendar.ts';
import { parseDue } from '../due/parse-due.ts';
import { mayExtend } from './may-extend.ts';

const office = compileCalendar({ zone: 'Asia/Shanghai', hours: '08:30-12:00,13:30-17:30', country: 'CN' });
const start = '2026-10-09T01:00:00.000Z';
const due = { at: '2026-10-24T16:00:00.000Z', inclusive: false };
const asked = { due, newDue: { at: '2026-11-23T16:00:00.000Z', inclusive: false }, at: '2026-10-20T01:00:00.000Z', before: 0, start };

describe('mayExtend', () => {
  it('allows what is asked in time and within bounds', () => {
    expect(mayExtend(asked, { times: 1, most: parseDue('P45D') }, office)).toBeNull();
    expect(mayExtend(asked, {}, office)).toBeNull();
  });

  it('refuses what is asked at or after an exclusive due, or after an inclusive one', () => {
    expect(mayExtend({ ...asked, at: due.at }, {}, office)).toBe('tooLate');
    expect(mayExtend({ ...asked, due: { ...due, inclusive: true }, at: due.at }, {}, office)).toBeNull();
  });

  it('refuses what is asked later than the clause allows', () => {
    const askedBefore = 24 * 3_600_000;
    expect(mayExtend({ ...asked, at: '2026-10-23T16:00:00.000Z' }, { askedBefore }, office)).toBeNull();
    expect(mayExtend({ ...asked, at: '2026-10-23T16:00:00.001Z' }, { askedBefore }, office)).toBe('tooLate');
  });

  it('refuses one extension too many', () => {
    expect(mayExtend({ ...asked, before: 1 }, { times: 1 }, office)).toBe('tooMany');
  });

  it('refuses a due beyond the longest limit from the start', () => {
    expect(mayExtend(asked, { most: parseDue('P44D') }, office)).toBe('tooLong');
  });
});
