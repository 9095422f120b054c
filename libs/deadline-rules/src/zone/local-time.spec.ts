import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { localToInstant, zonedText } from './local-time.ts';
import { zoneOffsets } from './zone-offsets.ts';

const ZONES = ['Asia/Shanghai', 'Europe/Berlin', 'America/Sao_Paulo', 'Asia/Kolkata', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/St_Johns', 'Pacific/Apia', 'Africa/Casablanca', 'Etc/UTC'];

describe('local time', () => {
  it('reads the same clock as Temporal at any instant of any zone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2040, 0, 1) }), (zone, ms) => {
        const expected = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
        expect(zoneOffsets(zone)!.at(ms)).toBe(expected.offsetNanoseconds / 1e6);
      }),
      { seed: 7, numRuns: 400 },
    );
  });

  it('goes from a local time to its instant as Temporal does, but for times the clocks skip', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), fc.integer({ min: Date.UTC(1992, 0, 1), max: Date.UTC(2040, 0, 1) }), (zone, ms) => {
        const local = Temporal.Instant.fromEpochMilliseconds(ms - (ms % 60_000)).toZonedDateTimeISO('UTC').toPlainDateTime();
        const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) => local.toZonedDateTime(zone, { disambiguation }));
        const skipped = !earlier!.toPlainDateTime().equals(local);
        const expected = skipped ? earlier!.getTimeZoneTransition('next')! : earlier!;
        expect(localToInstant(local.toString({ smallestUnit: 'minute' }), zone)).toBe(expected.toInstant().toString({ fractionalSecondDigits: 3 }));
        expect(skipped || later!.epochMilliseconds >= earlier!.epochMilliseconds).toBe(true);
      }),
      { seed: 11, numRuns: 400 },
    );
  });

  it.each([
    ['a time the clocks skip is the instant they jump', 'Europe/Berlin', '2026-03-29T02:30', '2026-03-29T01:00:00.000Z'],
    ['a time the clocks repeat is its first passage', 'Europe/Berlin', '2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
    ['midnight skipped is the first instant of the day', 'America/Sao_Paulo', '2018-11-04T00:00', '2018-11-04T03:00:00.000Z'],
    ['midnight after clocks set back at midnight', 'America/Sao_Paulo', '2015-02-22T00:00', '2015-02-22T03:00:00.000Z'],
    ['a half-hour change', 'Australia/Lord_Howe', '2026-04-05T01:45', '2026-04-04T14:45:00.000Z'],
    ['a date that was never lived', 'Pacific/Apia', '2011-12-30T12:00', '2011-12-30T10:00:00.000Z'],
    ['a half-hour zone', 'Asia/Kolkata', '2026-03-02T09:00', '2026-03-02T03:30:00.000Z'],
    ['summer time of old in China', 'Asia/Shanghai', '1988-07-01T09:00', '1988-07-01T00:00:00.000Z'],
    ['seconds and milliseconds', 'Asia/Shanghai', '2026-03-02 09:00:01.25', '2026-03-02T01:00:01.250Z'],
  ])('%s', (_, zone, local, instant) => {
    expect(localToInstant(local, zone)).toBe(instant);
  });

  it('never runs backwards through a change of the clocks', () => {
    for (const [zone, date] of [['Europe/Berlin', '2026-03-29'], ['Europe/Berlin', '2026-10-25'], ['Australia/Lord_Howe', '2026-10-04']] as const) {
      const minutes = Array.from({ length: 1440 }, (_, minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`);
      const instants = minutes.map((time) => localToInstant(`${date}T${time}`, zone));
      expect(instants.toSorted()).toEqual(instants);
    }
  });

  it.each([
    ['2026-03-02T01:30:00.000Z', 'Asia/Shanghai', '2026-03-02T09:30:00+08:00'],
    ['2026-03-02T01:30:00.120Z', 'America/St_Johns', '2026-03-01T22:00:00.120-03:30'],
    ['2026-03-02T01:30:00Z', 'Etc/UTC', '2026-03-02T01:30:00+00:00'],
  ])('%s in %s is shown as %s', (at, zone, text) => {
    expect(zonedText(at, zone)).toBe(text);
  });

  it.each(['', '2026-03-02', '2026-03-02T24:00', '2026-03-02T09:60', '2026-02-30T09:00', '2026-03-02T09:00Z'])('refuses %s as local time', (text) => {
    expect(() => localToInstant(text, 'Etc/UTC')).toThrow(expect.objectContaining({ name: 'TimeSyntaxError' }));
  });

  it.each(['', '+08:00', 'Mars/Olympus', 'asia/../x', 5 as unknown as string])('refuses %s as zone', (zone) => {
    expect(() => zonedText('2026-03-02T01:30:00Z', zone)).toThrow('an IANA time zone');
  });
});
