import 'reflect-metadata';
import type { MatterEvent } from '@huiyin/contracts-kernel';
import type { Matter } from '@huiyin/regulation-engine';
import { edgeApp } from './edge-app.ts';

const { ReadModelReceiver } = await import('../src/read-model/read-model.receiver.ts');
type Edge = Awaited<ReturnType<typeof edgeApp>>;

function happened(tenant: string, seq: number, readers: readonly string[]): { readonly event: MatterEvent; readonly after: Matter } {
  const at = `2026-10-09T04:00:0${seq}.000Z`;
  const data = { type: 'workOrder.take', kind: 'workOrder', seq, at, by: { id: 'm1', kind: 'staff', name: 'M1', roles: [] }, policy: 'p', citation: { rule: 's2.4/12' }, change: {}, effects: [] };
  const event = { id: `${tenant}-o:${seq}`, tenant, service: 'dispatch', aggregate: `${tenant}-o`, kind: 'workOrder', seq, now: at, time: at, policy: 'p', readers: [...readers], data } as unknown as MatterEvent;
  return { event, after: { id: event.aggregate, kind: 'workOrder', record: false, final: false, state: 'handedOver', seq, links: {}, facts: {}, steps: [], openedAt: at } as unknown as Matter };
}

/** Reads a stream until so many events came; the reader then leaves. */
async function read(url: string, headers: Record<string, string>, count: number): Promise<string[]> {
  const leave = new AbortController();
  const response = await fetch(url, { headers, signal: leave.signal });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body!) {
    text += decoder.decode(chunk as Uint8Array);
    if ((text.match(/^id: /gm) ?? []).length >= count) break;
  }
  leave.abort();
  return [...text.matchAll(/^id: (\d+)$/gm)].map((match) => match[1]!);
}

describe('live updates', () => {
  let edge: Edge;
  let url: string;
  let admin: Awaited<ReturnType<Edge['operator']>>;
  const tell = async (tenant: string, seq: number, readers: readonly string[] = ['role:operator-admin']) => {
    const { event, after } = happened(tenant, seq, readers);
    await edge.app.get(ReadModelReceiver).receive(event, undefined, after);
  };
  beforeAll(async () => {
    edge = await edgeApp();
    await edge.app.listen(0, '127.0.0.1');
    url = await edge.app.getUrl();
    admin = await edge.operator();
  });
  afterAll(() => edge.app.close());

  it('come as they happen, only those the reader may see, and resume after the last one seen', async () => {
    const other = await edge.operator('Other');
    const headers = { authorization: `Bearer ${admin.token}` };
    const reading = read(`${url}/v1/events/stream`, headers, 2);
    await new Promise((resolve) => setTimeout(resolve, 150));
    await tell(admin.id, 1);
    await tell(other.id, 1);
    await tell(admin.id, 2, ['role:auditor']);
    await tell(admin.id, 3);
    await expect(reading).resolves.toEqual(['1', '3']);
    await expect(read(`${url}/v1/events/stream`, { ...headers, 'last-event-id': '1' }, 1)).resolves.toEqual(['3']);
  });
  it('take a ticket once, within a minute', async () => {
    const issue = async () => (await edge.ask('POST', '/v1/events/tickets', { token: admin.token })).body.ticket as string;
    const ticket = await issue();
    await expect(read(`${url}/v1/events/stream?ticket=${ticket}&lastEventId=0`, {}, 2)).resolves.toEqual(['1', '3']);
    expect((await fetch(`${url}/v1/events/stream?ticket=${ticket}`)).status).toBe(401);
    const late = await issue();
    edge.clock.ms += 60_000;
    expect((await fetch(`${url}/v1/events/stream?ticket=${late}`)).status).toBe(401);
  });
  it('refuse a position that is none', async () => {
    expect((await fetch(`${url}/v1/events/stream`, { headers: { authorization: `Bearer ${admin.token}`, 'last-event-id': 'x' } })).status).toBe(400);
  });
  it('end when the process goes, so that it is not held up', async () => {
    const own = await edgeApp();
    await own.app.listen(0, '127.0.0.1');
    const { token } = await own.operator();
    const response = await fetch(`${await own.app.getUrl()}/v1/events/stream`, { headers: { authorization: `Bearer ${token}` } });
    const reader = response.body!.getReader();
    await reader.read();
    await own.app.close();
    await expect(reader.read()).resolves.toMatchObject({ done: true });
  });
});
