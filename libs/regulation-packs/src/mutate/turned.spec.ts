import { figuresAround } from './figures.ts';
import { turned } from './turned.ts';

describe('a figure a unit less and more', () => {
  it.each([
    [3, [2, 4]],
    ['35%', ['34%', '36%']],
    ['PT30M', ['PT29M', 'PT31M']],
    ['P5WD', ['P4WD', 'P6WD']],
    ['P1DT2H', ['P0DT2H', 'P2DT2H', 'P1DT1H', 'P1DT3H']],
    ['P1WD at 17:30', ['P0WD at 17:30', 'P2WD at 17:30', 'P1WD at 17:29', 'P1WD at 17:31']],
    ['00:00', ['23:59', '00:01']],
    ['day 25 of month', ['day 24 of month', 'day 26 of month']],
    ['text', []],
    [true, []],
  ] as const)('%s', (figure, others) => {
    expect(figuresAround(figure)).toEqual(others);
  });
});

describe('an expression with one comparison turned', () => {
  it.each([
    ['a > 0', ['a >= 0', 'a < 0']],
    ["a == 'b > c'", ["a != 'b > c'"]],
    ['has(a.b) && !has(a.c)', ['!has(a.b) && !has(a.c)', 'has(a.b) || !has(a.c)', 'has(a.b) && has(a.c)']],
    ["a in ['x', 'y']", ["!(a in ['x', 'y'])"]],
    ["'a in b' == c", ["'a in b' != c"]],
    ['holds(a, values.b)', ['!holds(a, values.b)']],
    ['matter.open', ['!matter.open']],
    ['a + b', []],
  ])('%s', (expression, others) => {
    expect(turned(expression)).toEqual(others);
  });
});
