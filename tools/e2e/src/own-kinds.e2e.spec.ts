import { join } from 'node:path';
import type { Body } from './caller.ts';
import { Operator } from './operator.ts';
import { root, useSystem } from './use-system.ts';

const idOf = (body: Body): string => String(body['id']);
const itemsOf = (body: Body): Body[] => body['items'] as Body[];

/** Adopted beside S2.4: a variant of the work order and kinds hosted by two services; another regulation that hears of any work order. */
describe('kinds of an operator’s own regulations', () => {
  const system = useSystem({ packFolder: join(root, 'tools', 'e2e', 'fixtures', 'packs') });
  let operator: Operator;
  let request: string;
  const clerk = () => operator.who('clerk');
  const facts = () => ({ customerId: operator.ids['owner'], description: '布置舞台', appointedAt: '2026-10-09T14:30:00+08:00' });
  const book = async (table: string, more: Body = {}): Promise<string> => idOf(await clerk().must('/v1/table-bookings', { fields: { table, guests: 8, ...more } }));
  const tableOf = async (id: string): Promise<unknown> => ((await clerk().see(`/v1/table-bookings/${id}`))['fields'] as Body)['table'];

  beforeAll(async () => {
    operator = await Operator.open(system());
    expect(itemsOf(await operator.admin.see('/v1/regulations')).map(({ id }) => id)).toEqual(['hall', 'log-book', 's2.4']);
    const draft = await operator.admin.must('/v1/policies', { packs: ['s2.4', 'hall', 'log-book'] });
    await operator.who('director').must(`/v1/policies/${idOf(draft)}/consent`);
    await operator.who('director').must(`/v1/policies/${idOf(draft)}/adopt`);
    await operator.quiet();
    request = idOf(await operator.who('desk').must('/v1/service-requests', { ...facts(), channel: 'phone', room: '1203', phone: '13800000001' }));
    await operator.quiet();
    await clerk().must(`/v1/service-requests/${request}/sign`);
    await operator.quiet();
  }, 120_000);

  it('are listed and described like core kinds, a variant with what its core kind has', async () => {
    const kinds = itemsOf(await clerk().see('/v1/kinds'));
    expect(kinds).toEqual(expect.arrayContaining([
      expect.objectContaining({ kind: 'set-up-order', path: '/v1/set-up-orders', service: 'dispatch', record: false }),
      expect.objectContaining({ kind: 'table-booking', path: '/v1/table-bookings', service: 'intake', core: false }),
      expect.objectContaining({ kind: 'stage-lamp', path: '/v1/stage-lamps', service: 'dispatch', record: true }),
    ]));
    const variant = await clerk().see('/v1/kinds/set-up-order');
    expect(variant).toMatchObject({ label: '布置单', fields: { packed: { hall: expect.anything() }, core: { appointedAt: expect.anything(), requestId: expect.anything() } } });
    expect((variant['acts'] as Body[]).map(({ name }) => name)).toEqual(expect.arrayContaining(['create', 'take', 'assign', 'file']));
    expect(await clerk().see('/v1/kinds/table-booking')).toMatchObject({ states: expect.arrayContaining([expect.objectContaining({ name: 'reserved', label: '已订' })]) });
  });

  it('a variant is made, listed, acted on, explained and told on the timeline under its own name, and its core’s effects follow', async () => {
    expect(await clerk().post('/v1/set-up-orders', { ...facts(), requestId: request, fields: { hall: 'A', ghost: 1 } })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/fields/ghost', code: 'unknown-field' }] } });
    expect(await clerk().post('/v1/set-up-orders', { ...facts(), requestId: request, appointedAt: 'soon', fields: { hall: 'A' } })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/appointedAt' }] } });
    expect(await clerk().post('/v1/set-up-orders', { ...facts(), requestId: request })).toMatchObject({ status: 422, body: { errors: [{ pointer: '/fields/hall', code: 'set-up-order.required', rule: 'hall/2' }] } });
    const order = await clerk().must('/v1/set-up-orders', { ...facts(), requestId: request, fields: { hall: 'A' } });
    expect(order).toMatchObject({ kind: 'set-up-order', state: 'drafted', fields: { hall: 'A' }, nextStep: { step: 'prompt-take', act: 'take', dueAt: '2026-10-09T12:15:00+08:00', rule: 'hall/2' } });
    await operator.quiet();
    expect(await clerk().see(`/v1/service-requests/${request}`)).toMatchObject({ state: 'dispatched', orderId: idOf(order), nextStep: { matter: idOf(order), act: 'take' } });
    expect(itemsOf(await clerk().see('/v1/set-up-orders?state=drafted')).map(idOf)).toEqual([idOf(order)]);
    expect(itemsOf(await clerk().see('/v1/matters?kind=set-up-order')).map(idOf)).toEqual([idOf(order)]);
    expect(itemsOf(await clerk().see(`/v1/matters/${idOf(order)}/acts`))).toContainEqual(expect.objectContaining({ act: 'take', allowed: true, href: `/v1/set-up-orders/${idOf(order)}/take` }));
    expect(itemsOf(await clerk().see(`/v1/matters/${idOf(order)}/deadlines`))).toContainEqual(expect.objectContaining({ name: 'prompt-take', dueAt: '2026-10-09T12:15:00+08:00' }));
    const page = idOf(await clerk().must('/v1/log-pages', { fields: { aboutId: idOf(order) } }));
    await operator.quiet();
    expect(await clerk().must(`/v1/set-up-orders/${idOf(order)}/take`)).toMatchObject({ state: 'handed-over' });
    await operator.quiet();
    expect((await clerk().see(`/v1/log-pages/${page}`))['fields']).toMatchObject({ taken: true });
    expect(itemsOf(await clerk().see(`/v1/matters/${idOf(order)}/timeline`)).map(({ event }) => event)).toEqual(expect.arrayContaining(['set-up-order.create', 'set-up-order.take', 'set-up-order.prompt-take.met']));
  });

  it('a core kind keeps its typed routes and its governing regulation', async () => {
    const { order } = await operator.draftOrder();
    expect(await operator.who('manager').must(`/v1/work-orders/${order}/take`)).toMatchObject({ kind: 'work-order', state: 'handed-over', number: 'WX202610-0001' });
    expect(itemsOf(await clerk().see('/v1/work-orders')).map(idOf)).toEqual([order]);
  });

  it('a kind hosted by intake is made, numbered, refused, acted on and misses its due like any other', async () => {
    const booking = await clerk().must('/v1/table-bookings', { fields: { table: '9', guests: 13, phone: '13900000009' } });
    expect(booking).toMatchObject({ number: 'DT202610-001', state: 'asked', owner: { name: 'clerk' }, nextStep: { act: 'reserve', dueAt: '2026-10-09T13:30:00+08:00', rule: 'hall/1' } });
    expect(await clerk().post('/v1/table-bookings', { fields: { table: '9', guests: 2 } })).toMatchObject({ status: 409, body: { code: 'table-booking.table-taken', rule: 'hall/1', detail: '此台已订' } });
    expect(await operator.who('desk').post('/v1/table-bookings', { fields: { table: '10', guests: 2 } })).toMatchObject({ status: 403, body: { permission: 'table-booking.ask' } });
    expect(await clerk().must(`/v1/table-bookings/${idOf(booking)}/reserve`)).toMatchObject({ state: 'reserved' });
    expect(await clerk().post(`/v1/table-bookings/${idOf(booking)}/seat`)).toMatchObject({ status: 409, body: { code: 'table-booking.too-many' } });
    expect(await clerk().post(`/v1/table-bookings/${idOf(booking)}/move`)).toMatchObject({ status: 403 });
    expect(await clerk().see(`/v1/matters/${idOf(booking)}/why?fact=owner`)).toMatchObject({ citation: { rule: 'hall/1', words: '订台' } });
    await clerk().must(`/v1/table-bookings/${idOf(booking)}/leave`);
  });

  it('a record is master data: edited by PATCH, held unique, owed by nobody', async () => {
    const technician = operator.who('technician');
    const lamp = await technician.must('/v1/stage-lamps', { fields: { code: 'L-1', watts: 500 } });
    expect(lamp).toMatchObject({ kind: 'stage-lamp', state: 'stored', owner: null, nextStep: null });
    expect(await technician.post('/v1/stage-lamps', { fields: { code: 'L-1', watts: 200 } })).toMatchObject({ status: 409, body: { code: 'stage-lamp.lamp-known' } });
    expect(await technician.send('PATCH', `/v1/stage-lamps/${idOf(lamp)}`, { fields: { watts: 800 } }, { 'content-type': 'application/merge-patch+json', 'if-match': '"1"' })).toMatchObject({ status: 200, body: { fields: { watts: 800 } } });
    expect(await technician.send('PATCH', `/v1/stage-lamps/${idOf(lamp)}`, { fields: { watts: 900 } }, { 'content-type': 'application/merge-patch+json', 'if-match': '"1"' })).toMatchObject({ status: 412 });
    expect(itemsOf(await operator.who('finance').see('/v1/stage-lamps')).map(idOf)).toEqual([idOf(lamp)]);
    await operator.quiet();
    expect((await operator.admin.see('/v1/matters?without=owner,next-step'))['items']).toEqual([]);
  });

  it('two bookings change places by one act, all or none, once under one key', async () => {
    const [mine, theirs, third] = [await book('1'), await book('2'), await book('3')];
    const propose = async (one: string, other: string): Promise<string> => idOf(await clerk().must('/v1/table-swaps', { fields: { mineId: one, theirsId: other } }));
    const swap = await propose(mine, theirs);
    const key = { 'idempotency-key': 'swap-once-0001' };
    expect(await clerk().post(`/v1/table-swaps/${swap}/agree`, {}, key)).toMatchObject({ status: 200, body: { state: 'done' } });
    const again = await clerk().post(`/v1/table-swaps/${swap}/agree`, {}, key);
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([200, 'true']);
    expect([await tableOf(mine), await tableOf(theirs)]).toEqual(['2', '1']);
    await operator.quiet();
    expect(itemsOf(await clerk().see(`/v1/matters/${mine}/timeline`)).map(({ event }) => event)).toContain('table-booking.move');

    for (const id of [mine, theirs]) {
      await clerk().must(`/v1/table-bookings/${id}/reserve`);
      await clerk().must(`/v1/table-bookings/${id}/seat`);
    }
    const refused = await clerk().post(`/v1/table-swaps/${await propose(mine, theirs)}/agree`);
    expect(refused).toMatchObject({ status: 409, body: { code: 'table-booking.wrong-state', errors: [{ of: { matter: mine, kind: 'table-booking', act: 'move' } }, { of: { matter: theirs, act: 'move' } }] } });
    const half = await clerk().post(`/v1/table-swaps/${await propose(third, mine)}/agree`);
    expect(half).toMatchObject({ status: 409, body: { errors: [{ of: { matter: mine } }] } });
    expect([await tableOf(mine), await tableOf(theirs), await tableOf(third)]).toEqual(['2', '1', '3']);
  });

  it('swaps that meet in one booking leave every table with one booking, whoever wins', async () => {
    const bookings = [await book('11'), await book('12'), await book('13')];
    const pairs = [[0, 1], [1, 2], [2, 0], [0, 2]] as const;
    const swaps = await Promise.all(pairs.map(async ([one, other]) => idOf(await clerk().must('/v1/table-swaps', { fields: { mineId: bookings[one], theirsId: bookings[other] } }))));
    const answers = await Promise.all(swaps.map(async (swap) => clerk().post(`/v1/table-swaps/${swap}/agree`)));
    expect(answers.every(({ status, body }) => status === 200 || (status === 409 && body['code'] === 'version-conflict'))).toBe(true);
    expect((await Promise.all(bookings.map(tableOf))).sort()).toEqual(['11', '12', '13']);
    await operator.quiet();
  });

  it('go on after their services have started anew', async () => {
    for (const service of ['intake', 'dispatch']) {
      system().service(service).kill('SIGKILL');
      await system().restart(service);
    }
    const booking = await book('21');
    expect(await clerk().must(`/v1/table-bookings/${booking}/reserve`)).toMatchObject({ state: 'reserved' });
    expect(itemsOf(await clerk().see('/v1/stage-lamps'))).toHaveLength(1);
    await operator.moveTo('2026-10-09T13:30:01+08:00');
    expect(itemsOf(await operator.admin.see('/v1/parked'))).toEqual([]);
  }, 60_000);
});
