import { assertInForce } from './assert-in-force.ts';

describe('settings that a server was asked for', () => {
  it('pass when the answer has all of them, whatever else it has', () => {
    expect(() => assertInForce('stream EVENTS', { subjects: ['evt.>'], discard: 'new' }, { subjects: ['evt.>'], discard: 'new', max_msgs: -1 })).not.toThrow();
  });

  it('are refused by name when the server changed or dropped them silently', () => {
    expect(() => assertInForce('stream EVENTS', { discard: 'new', allow_direct: true }, { discard: 'old' })).toThrow(
      'stream EVENTS: discard is "old" instead of "new"; allow_direct is missing instead of true. Upgrade the nats-server, or delete the stream EVENTS so that it is created anew.',
    );
  });
});
