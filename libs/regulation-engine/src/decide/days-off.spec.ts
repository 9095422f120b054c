import { tinyWorld, openJob } from '../fixtures/tiny.ts';

/** S3.2/33, S3.5/29: a rota is published when it names somebody for every day off of its range. */
const rota = () => tinyWorld({
  fields: {
    from: { type: 'date', optional: ['open'] },
    to: { type: 'date', optional: ['open'] },
    days: { type: 'lines', key: 'date', max: 31, optional: ['open'], of: { date: 'date', person: 'text' } },
  },
  acts: {
    open: { from: ['new'], by: 'anyone', to: 'open' },
    publish: { by: 'anyone', rule: 33, require: [{ that: 'daysOff(matter.from, matter.to).all(d, matter.days.exists(l, l.date == d && has(l.person)))', refuse: 'dayWithoutName', rule: 33 }] },
  },
});
const named = (...dates: string[]) => dates.map((date) => ({ date, person: 'C1' }));
const publish = (from: string, to: string, dates: string[]) => {
  const world = rota();
  openJob(world, { from, to, days: named(...dates) });
  return world.act('10-09 09:05', 'C1', 'J1', 'publish');
};

describe('a gate over the days off of a range', () => {
  it('holds when each has its line; the make-up working day between them needs none', () => {
    expect(publish('2026-10-07', '2026-10-11', ['2026-10-07', '2026-10-11']).ok).toBe(true);
  });

  it('refuses when one has none, and when its line names nobody', () => {
    expect(publish('2026-10-07', '2026-10-11', ['2026-10-07'])).toMatchObject({ ok: false, refusals: [{ code: 'dayWithoutName' }] });
  });

  it('refuses where the holidays of a year are not published: a gap is never guessed away', () => {
    expect(publish('2031-04-29', '2031-05-04', ['2031-05-01'])).toMatchObject({ ok: false, refusals: [{ code: 'evaluation' }] });
  });
});
