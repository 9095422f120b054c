import { camel, kebab, kebabPath, pluralOf } from './spelling.ts';

describe('spelling', () => {
  it('turns a camelCase word into kebab-case and back', () => {
    expect(kebab('handedOver')).toBe('handed-over');
    expect(camel('handed-over')).toBe('handedOver');
  });
  it('leaves a word alone when it is not camelCase', () => {
    expect(kebab('A')).toBe('A');
    expect(kebab('price-is-not-the-sum')).toBe('price-is-not-the-sum');
  });
  it('spells every part of an event name', () => {
    expect(kebabPath('workOrder.handOver.missed')).toBe('work-order.hand-over.missed');
  });
  it.each([['workOrder', 'work-orders'], ['enquiry', 'enquiries'], ['batch', 'batches'], ['survey', 'surveys']])('puts %s into the plural %s', (kind, plural) => {
    expect(pluralOf(kind)).toBe(plural);
  });
});
