import { isDuration, isLocalDate, readInstant, writeInstant } from './instant.ts';

describe('instants', () => {
  it('come back in the operator’s offset', () => {
    expect(writeInstant(readInstant('2026-10-09T04:15Z')!, 'Asia/Shanghai')).toBe('2026-10-09T12:15:00+08:00');
  });
  it.each(['', 'now', '2026-10-09', '2026-10-09T10:00:00', '2026-02-30T10:00:00Z', '2026-10-09T25:00:00Z', '20261009T101010Z'])('are none for %j', (text) => {
    expect(readInstant(text)).toBeUndefined();
  });
});

describe('dates and durations', () => {
  it('know the calendar', () => {
    expect(isLocalDate('2028-02-29')).toBe(true);
    expect(isLocalDate('2026-02-29')).toBe(false);
  });
  it('need a part in a duration', () => {
    expect(['PT30M', 'P3D', 'P1DT2H'].every(isDuration)).toBe(true);
    expect(['P', 'PT', '30M', 'P1H'].some(isDuration)).toBe(false);
  });
});
