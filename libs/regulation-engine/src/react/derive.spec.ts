import { MOVES, openJob, tinyWorld } from '../fixtures/tiny.ts';

const shop = (type: 'money' | 'int' | 'decimal', scale?: number) =>
  tinyWorld({
    fields: { received: { type: 'money', optional: ['open'] }, gained: { type, ...(scale !== undefined && { scale }) } },
    tables: { gained: { sets: 'gained', rows: [{ then: 'matter.received * values.share', rule: 13 }], rule: 13 } },
    acts: MOVES, final: ['finished'],
  }, [{ values: { share: { is: '3%', rule: 13 } } }].map((pack) => ({ ...pack, kinds: {} })));

describe('a figure that a table derives', () => {
  it.each([
    ['money', undefined, 209999, 6300],
    ['money', undefined, 150, 5],
    ['money', undefined, 149, 4],
    ['int', undefined, 50, 2],
    ['decimal', 1, 15, 0.5],
    ['decimal', undefined, 209999, 6299.97],
  ] as const)('becomes a fact as its field keeps it: %s of scale %s, 3 %% of %d is %d', (type, scale, received, gained) => {
    const world = shop(type, scale);
    openJob(world, { received });
    expect(world.matter('J1').facts['gained']).toBe(gained);
  });

  it.each([
    ['below half', 12.29, 4.3], ['half', 12.3, 4.31], ['above half', 12.35, 4.32], ['half, where binary fractions fall short', 2.7, 0.95], ['half below zero', -12.3, -4.31],
  ])('is 35 %% of a decimal, exact, then half up to two places: %s', (_, price, part) => {
    const world = tinyWorld({
      fields: { price: { type: 'decimal', scale: 2, optional: ['open'] }, part: { type: 'decimal', scale: 2 } },
      tables: { part: { sets: 'part', rows: [{ then: 'matter.price * values.rate', rule: 13 }], rule: 13 } },
      acts: MOVES, final: ['finished'],
    }, [{ values: { rate: { is: '35%', rule: 13 } } }].map((pack) => ({ ...pack, kinds: {} })));
    openJob(world, { price });
    expect(world.matter('J1').facts['part']).toBe(part);
  });

  it('stays as it is when nothing it reads has changed', () => {
    const world = shop('money');
    openJob(world, { received: 209999 });
    const outcome = world.act('10-09 09:10', 'C1', 'J1', 'work');
    expect(outcome.events.some(({ change }) => change.set && 'gained' in change.set)).toBe(false);
  });
});
