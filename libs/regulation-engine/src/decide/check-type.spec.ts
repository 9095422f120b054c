import { typedValue } from './check-type.ts';

describe('the type of a given value', () => {
  it.each([
    ['money', 100, 100], ['money', 1.5, undefined], ['int', '1', undefined], ['decimal', 1.25, 1.25], ['bool', 'true', undefined], ['bool', false, false],
    ['date', '2026-02-28', '2026-02-28'], ['date', '2026-13-01', undefined], ['time', '09:30', '09:30'], ['time', '24:00', undefined], ['time', '09:30:00', '09:30'], ['time', '09:30:05', '09:30:05'],
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

  it.each([
    [{ type: 'decimal', scale: 2 }, 2.675, 2.68], [{ type: 'decimal' }, 1 / 3, 1 / 3], [{ type: 'list', of: 'decimal', scale: 1 }, [0.25, 0.24], [0.3, 0.2]],
    [{ type: 'percent', scale: 1 }, 0.6666666666666666, 0.667], [{ type: 'percent', scale: 1 }, 0.3225, 0.323], [{ type: 'percent', scale: 0 }, 0.145, 0.15], [{ type: 'percent', scale: 1 }, 0.95, 0.95],
    [{ type: 'lines', lineKey: 'k', lineFields: new Map([['share', { type: 'percent', scale: 1 } as never]]) }, [{ k: 'a', share: 0.3335 }], [{ k: 'a', share: 0.334 }]],
  ] as const)('keeps of a figure what its field keeps, of a percentage the decimals of the percentage: %j %j', (field, value, expected) => {
    expect(typedValue(field, value)).toEqual(expected);
  });
});
