import { countersOf, parkedIn, whyNotQuiet } from './quiet.ts';

const reply = (sent: number, handled: Record<string, number>, pending = 0) => ({ sent, handled, pending, parked: [], deadLetters: 0 });

describe('whyNotQuiet', () => {
  it('finds the system quiet when everyone applied what everyone sent', () => {
    expect(whyNotQuiet({ intake: reply(3, { intake: 3, dispatch: 2 }), dispatch: reply(2, { intake: 3, dispatch: 2 }) })).toBeUndefined();
  });
  it('names the service that lags and whom it lags behind', () => {
    expect(whyNotQuiet({ intake: reply(3, { intake: 3, dispatch: 2 }), dispatch: reply(2, { intake: 1, dispatch: 2 }) })).toBe('dispatch has applied 1 of 3 events of intake');
  });
  it('names the service that has something to publish', () => {
    expect(whyNotQuiet({ intake: reply(3, {}, 1) })).toBe('intake has 1 events to publish');
  });
  it('counts a service’s copies of its own events like all others', () => {
    expect(whyNotQuiet({ gateway: reply(2, { gateway: 1 }) })).toBe('gateway has applied 1 of 2 events of gateway');
  });
});

describe('rounds', () => {
  it('are alike when only the order of services differs', () => {
    const [left, right] = [reply(1, {}), reply(2, {})];
    expect(countersOf({ intake: left, dispatch: right })).toBe(countersOf({ dispatch: right, intake: left }));
  });
  it('tell which service parked a matter', () => {
    expect(parkedIn({ intake: { ...reply(1, {}), parked: ['m'], deadLetters: 1 } })).toEqual([{ service: 'intake', matters: ['m'], deadLetters: 1 }]);
  });
});
