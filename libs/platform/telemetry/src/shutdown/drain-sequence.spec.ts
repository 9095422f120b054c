import { Logger } from '@nestjs/common';
import { DRAIN_ORDER } from './drain-order.ts';
import { DrainSequence } from './drain-sequence.ts';

describe('draining a process', () => {
  beforeAll(() => Logger.overrideLogger(false));

  it('ends each phase before the next begins, whatever the order of registration', async () => {
    const sequence = new DrainSequence();
    const seen: string[] = [];
    for (const phase of [...DRAIN_ORDER].reverse())
      sequence.add({ phase, name: phase, drain: async () => { seen.push(`${phase} begins`); await Promise.resolve(); seen.push(`${phase} ends`); } });
    await sequence.drain();
    expect(seen).toEqual(DRAIN_ORDER.flatMap((phase) => [`${phase} begins`, `${phase} ends`]));
  });

  it('goes on past a step that fails or hangs', async () => {
    const sequence = new DrainSequence();
    let closed = false;
    sequence.add({ phase: 'consumers', name: 'broken', drain: () => Promise.reject(new Error('no')) });
    sequence.add({ phase: 'relay', name: 'hanging', timeoutMs: 5, drain: () => new Promise(() => undefined) });
    sequence.add({ phase: 'connections', name: 'mongo', drain: async () => (closed = true) });
    await sequence.drain();
    expect(closed).toBe(true);
  });

  it('drains once, also when asked twice at once', async () => {
    const sequence = new DrainSequence();
    let times = 0;
    sequence.add({ phase: 'relay', name: 'relay', drain: async () => (times += 1) });
    expect(sequence.draining).toBe(false);
    const both = Promise.all([sequence.drain(), sequence.drain()]);
    expect(sequence.draining).toBe(true);
    await both;
    expect(times).toBe(1);
  });
});
