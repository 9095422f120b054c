import type { MatterEvent } from '@huiyin/contracts-kernel';
import type { Matter } from '@huiyin/regulation-engine';
import type { IndexedMatter } from '../../src/persistence/matter-index.repository.ts';
import type { Notice } from '../../src/persistence/notice.repository.ts';
import type { Repositories } from './repositories.ts';

const DAY = '2026-10-09T00:00:0';

function indexed(tenant: string, id: string, more: Partial<IndexedMatter> = {}): IndexedMatter {
  const next = { step: 's', what: 's', act: 's', citation: { rule: 'r' } };
  return { id: `${tenant}-${id}`, tenant, service: 'intake', kind: 'serviceRequest', record: false, final: false, state: 'registered', seq: 1, owner: 'o', next, links: [], readers: ['staff'], openedAt: `${DAY}1.000Z`, updatedAt: `${DAY}1.000Z`, matter: { id: `${tenant}-${id}` } as Matter, ...more };
}
const event = (tenant: string, aggregate: string, seq: number, more: Partial<MatterEvent> = {}): MatterEvent =>
  ({ id: `${aggregate}:${seq}`, tenant, aggregate, seq, now: `${DAY}${seq}.000Z`, time: `${DAY}${seq}.000Z`, readers: ['staff'], ...more }) as MatterEvent;

/** Index, feed, notices, operators, policies. */
export function readModelsSuite(repositories: () => Repositories, fresh: () => string): void {
  describe('the index of matters', () => {
    it('keeps the later state when events come late or twice', async () => {
      const { index } = repositories();
      const tenant = fresh();
      await index.put(indexed(tenant, 'a', { seq: 3, state: 'closed' }));
      await index.put(indexed(tenant, 'a', { seq: 2, state: 'accepted' }));
      await index.put(indexed(tenant, 'a', { seq: 3, state: 'closed' }));
      await expect(index.load(tenant, `${tenant}-a`)).resolves.toMatchObject({ seq: 3, state: 'closed' });
    });
    it('gives what a reader may see, in pages that hold under inserts', async () => {
      const { index } = repositories();
      const tenant = fresh();
      for (const [position, id] of ['a', 'b', 'c'].entries()) await index.put(indexed(tenant, id, { openedAt: `${DAY}${position + 1}.000Z` }));
      await index.put(indexed(tenant, 'secret', { readers: ['role:auditor'] }));
      const first = await index.list(tenant, { readers: ['staff'] }, { sort: '-openedAt', limit: 2 });
      expect(first.items.map(({ id }) => id)).toEqual([`${tenant}-c`, `${tenant}-b`]);
      await index.put(indexed(tenant, 'd', { openedAt: `${DAY}9.000Z` }));
      const second = await index.list(tenant, { readers: ['staff'] }, { sort: '-openedAt', limit: 2, after: first.next });
      expect(second.items.map(({ id }) => id)).toEqual([`${tenant}-a`]);
      expect(second.next).toBeUndefined();
      await expect(index.count(tenant, { readers: ['staff'] }, 10)).resolves.toBe(4);
      await expect(index.count(tenant, {}, 2)).resolves.toBe(2);
    });
    it('finds matters without owner or next step, records and final ones aside', async () => {
      const { index } = repositories();
      const tenant = fresh();
      await index.put(indexed(tenant, 'fine'));
      await index.put(indexed(tenant, 'ownerless', { owner: undefined }));
      await index.put(indexed(tenant, 'idle', { next: undefined }));
      await index.put(indexed(tenant, 'record', { record: true, owner: undefined, next: undefined }));
      await index.put(indexed(tenant, 'final', { final: true, owner: undefined, next: undefined }));
      const { items } = await index.list(tenant, { without: ['owner', 'nextStep'] }, { sort: 'openedAt', limit: 10 });
      expect(items.map(({ id }) => id).sort()).toEqual([`${tenant}-idle`, `${tenant}-ownerless`]);
    });
    it('filters by kind, state, owner and whether it is open, and follows links', async () => {
      const { index } = repositories();
      const [tenant, other] = [fresh(), fresh()];
      await index.put(indexed(tenant, 'a', { kind: 'workOrder', state: 'filed', final: true, owner: 'p', links: [`${tenant}-b`] }));
      await index.put(indexed(tenant, 'b'));
      await index.put(indexed(other, 'c', { links: [`${tenant}-b`] }));
      const found = async (filter: object) => (await index.list(tenant, filter, { sort: 'openedAt', limit: 10 })).items.map(({ id }) => id);
      for (const filter of [{ kind: 'workOrder' }, { state: 'filed' }, { owner: 'p' }, { open: false }]) await expect(found(filter)).resolves.toEqual([`${tenant}-a`]);
      expect((await index.linkedTo(tenant, `${tenant}-b`, 10)).map(({ id }) => id)).toEqual([`${tenant}-a`]);
      await expect(index.loadMany(tenant, [`${tenant}-a`, `${other}-c`])).resolves.toHaveLength(1);
    });
  });

  describe('the feed', () => {
    it('numbers each event once, without gaps, however many write at once', async () => {
      const { feed } = repositories();
      const [tenant, other] = [fresh(), fresh()];
      const events = Array.from({ length: 12 }, (_, position) => event(tenant, `${tenant}-m${position % 3}`, position + 1));
      await Promise.all([...events, ...events.slice(0, 4)].map((each) => feed.append(each)));
      await feed.append(event(other, `${other}-m`, 1));
      const entries = await feed.after(tenant, 0, 100);
      expect(entries.map(({ position }) => position)).toEqual(Array.from({ length: 12 }, (_, position) => position + 1));
      expect((await feed.after(tenant, 10, 1)).map(({ position }) => position)).toEqual([11]);
      await expect(feed.last(tenant)).resolves.toBe(12);
      await expect(feed.last(fresh())).resolves.toBe(0);
    });
    it('tells the events of several matters as one story', async () => {
      const { feed } = repositories();
      const tenant = fresh();
      for (const each of [event(tenant, `${tenant}-b`, 2), event(tenant, `${tenant}-a`, 3), event(tenant, `${tenant}-a`, 1), event(tenant, `${tenant}-x`, 1)]) await feed.append(each);
      expect((await feed.ofMatters(tenant, [`${tenant}-a`, `${tenant}-b`], 100)).map(({ id }) => id)).toEqual([`${tenant}-a:1`, `${tenant}-b:2`, `${tenant}-a:3`]);
    });
  });

  describe('notices', () => {
    const notice = (tenant: string, id: string, more: Partial<Notice> = {}): Notice => ({ id: `${tenant}-${id}`, tenant, to: 'p', about: 'm', kind: 'workOrder', policy: 'h', event: 'workOrder.take', at: `${DAY}1.000Z`, channels: [], text: 'taken', facts: { 'after.number': 'WX1' }, citation: { rule: 's2.4/11' }, readers: ['role:auditor'], ...more });
    it('are told once, and shown to whom they were told and to readers of the matter', async () => {
      const { notices } = repositories();
      const tenant = fresh();
      await notices.put([notice(tenant, 'a'), notice(tenant, 'b', { to: 'q', about: 'n', citation: { rule: 's2.4/24' } })]);
      await notices.put([notice(tenant, 'a', { text: 'again' })]);
      const list = async (person: string, readers: string[], filter = {}) => (await notices.list(tenant, { ...filter, visibleTo: { person, readers } }, { limit: 10 })).items.map(({ id, text }) => `${id.slice(tenant.length)} ${text}`);
      await expect(list('p', [])).resolves.toEqual(['-a taken']);
      await expect(list('x', ['role:auditor'])).resolves.toEqual(['-a taken', '-b taken']);
      await expect(list('x', ['role:auditor'], { about: 'n' })).resolves.toEqual(['-b taken']);
      await expect(list('x', ['role:auditor'], { to: 'p' })).resolves.toEqual(['-a taken']);
      await expect(list('x', ['role:auditor'], { rule: 's2.4/24' })).resolves.toEqual(['-b taken']);
      await expect(list('x', ['staff'])).resolves.toEqual([]);
    });
    it('come in pages', async () => {
      const { notices } = repositories();
      const tenant = fresh();
      await notices.put(['a', 'b', 'c'].map((id) => notice(tenant, id)));
      const visibleTo = { person: 'p', readers: [] };
      const first = await notices.list(tenant, { visibleTo }, { limit: 2 });
      const second = await notices.list(tenant, { visibleTo }, { limit: 2, after: first.next });
      expect([first.items.length, second.items.length, second.next]).toEqual([2, 1, undefined]);
    });
  });

  describe('operators and policies', () => {
    it('move a clock only from where it stands', async () => {
      const { operators } = repositories();
      const id = fresh();
      await operators.insert({ id, name: 'x', zone: 'Asia/Shanghai', simulated: true, now: `${DAY}1.000Z`, policy: 'p', state: 'opening', createdAt: `${DAY}0.000Z` });
      const moves = await Promise.all([operators.moveClock(id, `${DAY}1.000Z`, `${DAY}2.000Z`), operators.moveClock(id, `${DAY}1.000Z`, `${DAY}3.000Z`)]);
      expect(moves.filter(Boolean)).toHaveLength(1);
      await operators.open(id, 'm');
      await expect(operators.load(id)).resolves.toMatchObject({ state: 'open', matter: 'm', policy: 'p' });
    });
    it('add an adopted policy once, however often it is told', async () => {
      const { operators } = repositories();
      const id = fresh();
      await operators.insert({ id, name: 'x', zone: 'Asia/Shanghai', simulated: true, now: `${DAY}1.000Z`, policy: 'p', policies: [], state: 'opening', createdAt: `${DAY}0.000Z` });
      const [first, second] = [{ hash: 'p', from: `${DAY}1.000Z`, matter: 'm1' }, { hash: 'q', from: `${DAY}2.000Z`, matter: 'm2' }];
      for (const period of [first, second, first, second]) await operators.adopt(id, period);
      await expect(operators.load(id)).resolves.toMatchObject({ policies: [first, second] });
    });
    it('keep a policy as it is, whatever its fields are called', async () => {
      const { policies } = repositories();
      const hash = fresh();
      const document = { language: 1, operator: { zone: 'Asia/Shanghai' }, packs: [], overrides: { 's2.4': { $values: { 'a.b': 1 } } }, calendar: { zone: 'Asia/Shanghai', hours: '08:30-17:30' } } as const;
      await policies.put(hash, document);
      await policies.put(hash, document);
      await expect(policies.get(hash)).resolves.toEqual(document);
      await expect(policies.get('none')).resolves.toBeUndefined();
    });
  });
}
