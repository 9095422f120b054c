import { MOVES, tinyWorld } from '../fixtures/tiny.ts';

describe('the series of a number', () => {
  it.each([['{yy}{MM}{seq:2}', '2610{seq:2}'], ['{yyyy}-{yy}-{seq}', '2026-26-{seq}']])('of %s shows the local date of the act as %s', (format, series) => {
    const shop = tinyWorld({ acts: MOVES, number: { format, at: ['open'] } });
    const outcome = shop.create('10-09 09:00', 'C1', 'job', 'open', {}, { id: 'J1' });
    expect(outcome.ok && outcome.numbers.map((request) => request.series)).toEqual([series]);
  });
});
