import { HOSTILE, lintOf } from './hostile-pack.ts';

describe('a hostile expression', () => {
  it.each(Object.entries(HOSTILE))('is refused by lint: %s', (_, expression) => {
    expect(lintOf(expression).problems).not.toEqual([]);
  });

  it('is told from a harmless one', () => {
    expect(lintOf('matter.final').problems).toEqual([]);
  });
});
