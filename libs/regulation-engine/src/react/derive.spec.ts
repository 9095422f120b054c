import { MOVES, openJob, tinyWorld } from '../fixtures/tiny.ts';

const shop = (type: 'money' | 'int' | 'decimal' | 'percent', scale?: number) =>
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
    ['percent', 1, 11, 0.33],
    ['percent', 0, 11, 0.33],
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

  it('fits a cell by a percentage, written as a value or as it stands, to the fraction itself', () => {
    const world = tinyWorld({
      fields: { part: { type: 'int', optional: ['open', 'work'] }, class: { type: 'text' } }, acts: MOVES, final: ['finished'],
      tables: { class: { sets: 'class', policy: 'first', in: { rate: 'ratio(has(matter.part) ? matter.part : 0, 1000)' }, rows: [{ rate: 'value:most', then: 'most', rule: 1 }, { rate: '== 35%', then: 'some', rule: 1 }, { rate: '>= value:most', then: 'more', rule: 1 }, { rate: '-', then: 'less', rule: 1 }], rule: 1 } },
    }, [{ values: { most: { is: '94.9%', rule: 1 } } }]);
    openJob(world, { part: 949 });
    const classes = [949, 350, 950, 948].map((part) => {
      world.act('10-09 09:10', 'C1', 'J1', 'work', { part });
      return world.matter('J1').facts['class'];
    });
    expect(classes).toEqual(['most', 'some', 'more', 'less']);
  });

  it('fits a cell by a time of day, however it is written', () => {
    const world = tinyWorld({
      fields: { at: { type: 'time', optional: ['open', 'work'] }, class: { type: 'text' } }, acts: MOVES, final: ['finished'],
      tables: { class: { sets: 'class', policy: 'first', in: { at: 'matter.at' }, rows: [{ at: '17:30:00', then: 'just', rule: 1 }, { at: '> value:close', then: 'hotline', rule: 1 }, { at: '-', then: 'desk', rule: 1 }], rule: 1 } },
    }, [{ values: { close: { is: '17:30', rule: 1 } } }]);
    openJob(world, { at: '17:30:00' });
    const classes = ['17:30', '17:30:01', '08:00'].map((at) => {
      world.act('10-09 09:10', 'C1', 'J1', 'work', { at });
      return world.matter('J1').facts['class'];
    });
    expect(classes).toEqual(['just', 'hotline', 'desk']);
  });

  it('compares a time it was given with a value to the second', () => {
    const world = tinyWorld({
      fields: { at: { type: 'time', optional: ['work'] } }, final: ['finished'],
      acts: { ...MOVES, work: { by: 'anyone', require: [{ that: 'after.at == values.close && after.at <= values.close', refuse: 'notThen', rule: 1 }] } },
    }, [{ values: { close: { is: '17:30', rule: 1 } } }]);
    openJob(world);
    expect(['17:30', '17:30:00', '17:30:01'].map((at) => world.act('10-09 09:10', 'C1', 'J1', 'work', { at }).ok)).toEqual([true, true, false]);
  });

  it('and what an effect sets is kept as its field keeps it too', () => {
    const world = tinyWorld({
      fields: { received: { type: 'money', optional: ['open'] }, gained: { type: 'money' } }, acts: MOVES, final: ['finished'],
      effects: [{ when: 'open', do: { set: { gained: 'matter.received * values.share' }, rule: 13 } }],
    }, [{ values: { share: { is: '3%', rule: 13 } } }]);
    openJob(world, { received: 209999 });
    expect(world.matter('J1').facts['gained']).toBe(6300);
  });
});
