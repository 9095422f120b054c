import { matterIdOf } from './matter-id.ts';

const AT = '2026-10-09T03:40:00.000Z';

describe('the id of a matter that an effect opens', () => {
  it('is the same for the same effect, and another for another', () => {
    expect(matterIdOf('m:1:item', AT, 'dispatch')).toBe(matterIdOf('m:1:item', AT, 'dispatch'));
    expect(matterIdOf('m:1:item', AT, 'dispatch')).not.toBe(matterIdOf('m:2:item', AT, 'dispatch'));
  });

  it.each([['gateway', '00'], ['intake', '01'], ['dispatch', '02'], ['performance-scoring', '06'], ['shop', 'ff']])('of %s ends in %s', (service, byte) => {
    const id = matterIdOf('m:1:item', AT, service);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(id.slice(-2)).toBe(byte);
  });

  it('sorts by the instant of its event', () => {
    expect(matterIdOf('x', AT, 'intake') < matterIdOf('a', '2026-10-09T03:40:00.001Z', 'intake')).toBe(true);
  });
});
