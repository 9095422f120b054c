import { Operator } from './operator.ts';
import { useSystem } from './use-system.ts';

describe('live updates', () => {
  const system = useSystem();

  it('tell a reader of a new matter within the operator, and resume after the last event seen', async () => {
    const operator = await Operator.open(system());
    const other = await Operator.open(system());
    const abort = new AbortController();
    const seen: string[] = [];
    const stream = await fetch(`${system().url}/v1/events/stream`, { headers: { authorization: `Bearer ${operator.admin.token}` }, signal: abort.signal });
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    const reading = readUntil(stream, seen, (text) => text.includes('work-order.create'));
    await other.draftOrder();
    const { order } = await operator.draftOrder();
    await reading;
    abort.abort();
    const text = seen.join('');
    expect(text).toContain(order);
    expect(text).not.toContain(other.ids['owner']);
    const ids = [...text.matchAll(/^id: ?(.+)$/gm)].map((match) => match[1] ?? '');
    const resumeAbort = new AbortController();
    const resumed = await fetch(`${system().url}/v1/events/stream`, { headers: { authorization: `Bearer ${operator.admin.token}`, 'last-event-id': ids[0] ?? '' }, signal: resumeAbort.signal });
    const later: string[] = [];
    await readUntil(resumed, later, (all) => all.includes('work-order.create'));
    resumeAbort.abort();
    expect(later.join('')).not.toContain(`id: ${ids[0]}\n`);
  }, 60_000);
});

async function readUntil(stream: Response, into: string[], enough: (text: string) => boolean): Promise<void> {
  const reader = stream.body?.getReader();
  const decoder = new TextDecoder();
  while (reader && !enough(into.join(''))) {
    const { value, done } = await reader.read();
    if (done) throw new Error('the stream ended');
    into.push(decoder.decode(value, { stream: true }));
  }
}
