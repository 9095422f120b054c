import { rounded, typedValue } from './check-type.ts';

describe('the type of a given value', () => {
  it.each([
    ['money', 100, 100], ['money', 1.5, undefined], ['int', '1', undefined], ['decimal', 1.25, 1.25], ['bool', 'true', undefined], ['bool', false, false],
    ['date', '2026-02-28', '2026-02-28'], ['date', '2026-13-01', undefined], ['time', '09:30', '09:30'], ['time', '24:00', undefined],
    ['instant', '2026-10-09T12:00+08:00', '2026-10-09T04:00:00.000Z'], ['instant', '2026-10-09', undefined], ['duration', 'PT30M', 'PT30M'], ['duration', 'P', undefined],
    ['text', '', null], ['text', 5, undefined], ['text', null, null],
  ] as const)('%s %j becomes %j', (type, value, expected) => {
    expect(typedValue({ type }, value)).toBe(expected);
  });

  it('takes lines with a key of their own each, and nothing else', () => {
    const lines = { type: 'lines' as const, lineKey: 'sku', lineFields: new Map([['qty', { type: 'int' } as never]]) };
    expect(typedValue(lines, [{ sku: 'a', qty: 1 }, { sku: 'b' }])).toEqual([{ sku: 'a', qty: 1 }, { sku: 'b' }]);
    expect(typedValue(lines, [{ sku: 'a' }, { sku: 'a' }])).toBeUndefined();
    expect(typedValue(lines, [{ qty: 1 }])).toBeUndefined();
    expect(typedValue(lines, [{ sku: 'a', colour: 'red' }])).toBeUndefined();
  });

  it.each([[2.675, 2, 2.68], [1.005, 2, 1.01], [-0.5, 0, -1], [0.49, 0, 0], [12.344, 2, 12.34]])('rounds %d to scale %d half up: %d', (value, scale, expected) => {
    expect(rounded(value, scale)).toBe(expected);
  });
});
