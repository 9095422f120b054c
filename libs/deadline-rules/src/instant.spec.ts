import { canonicalInstant, compareInstants, formatInstant, parseInstant } from './instant.ts';

describe('instants', () => {
  it.each([
    ['2026-03-02T09:00:00+08:00', '2026-03-02T01:00:00.000Z'],
    ['2026-03-02T01:00Z', '2026-03-02T01:00:00.000Z'],
    ['2026-03-02t01:00:00.1234567z', '2026-03-02T01:00:00.123Z'],
    ['2026-01-01T00:30:00+05:45', '2025-12-31T18:45:00.000Z'],
    ['2026-01-01T23:30:00-03:30', '2026-01-02T03:00:00.000Z'],
    ['1969-12-31T23:59:59.999Z', '1969-12-31T23:59:59.999Z'],
    ['1900-01-01T00:00:00.000Z', '1900-01-01T00:00:00.000Z'],
    ['2199-12-31T23:59:59.999Z', '2199-12-31T23:59:59.999Z'],
  ])('%s is read and written as %s', (text, canonical) => {
    expect(canonicalInstant(text)).toBe(canonical);
    expect(parseInstant(text)).toBe(new Date(canonical).getTime());
  });

  it.each(['', '2026-03-02', '2026-03-02T09:00:00', '2026-02-30T00:00:00Z', '2026-03-02T24:00:00Z', '2026-03-02T23:60:00Z', '2026-03-02T00:00:60Z', '2026-03-02T00:00:00+24:00'])(
    '%s is refused as no instant',
    (text) => {
      expect(() => parseInstant(text)).toThrow(expect.objectContaining({ name: 'TimeSyntaxError' }));
    },
  );

  it.each(['1899-12-31T23:59:59.999Z', '2200-01-01T00:00:00Z', '9999-01-01T00:00:00Z'])('%s lies outside the years computed', (text) => {
    expect(() => parseInstant(text)).toThrow(expect.objectContaining({ name: 'DeadlineRangeError' }));
  });

  it('refuses to write what lies outside the years computed', () => {
    for (const ms of [Number.NaN, Infinity, -1e15, 1e15]) expect(() => formatInstant(ms)).toThrow('outside the years');
  });

  it('compares by time, not by text', () => {
    expect(compareInstants('2026-03-02T09:00:00+08:00', '2026-03-02T01:00:00.000Z')).toBe(0);
    expect(compareInstants('2026-03-02T09:00:00+08:00', '2026-03-02T02:00:00Z')).toBeLessThan(0);
    expect(compareInstants('2026-03-02T02:00:00.001Z', '2026-03-02T02:00:00Z')).toBe(1);
  });
});
