import { at, refusals, staff } from '../fixtures/repair-world.ts';
import { MOVES, openJob, tinyWorld } from '../fixtures/tiny.ts';
import type { ActDocument } from '../language/act-document.ts';
import { mayAccess } from './may-access.ts';

const parties = { boss: { is: 'equipment-manager' }, clerk: { is: 'property-clerk' } };
const world = (acts: Record<string, ActDocument>) => tinyWorld({ fields: { note: { type: 'text', optional: ['open'] } }, acts: MOVES, final: ['finished'] }, [{ parties, kinds: { job: { acts } } }]);

describe('a licence', () => {
  const licensed = { export: { by: 'nobody', log: true, permit: { by: 'boss', uses: 1 }, rule: 39 } } as const;

  it('lets the one it names do what nobody may, as often as it says', () => {
    const shop = world(licensed);
    openJob(shop);
    expect(refusals(shop.act('10-09 09:10', 'T1', 'J1', 'export'))).toEqual(['notAllowed@actor p1/39']);
    expect(refusals(shop.act('10-09 09:11', 'M1', 'J1', 'permitExport', { to: 'T1', reason: 'audit' }))).toEqual([]);
    expect(refusals(shop.act('10-09 09:12', 'C1', 'J1', 'export'))).toEqual(['notAllowed@actor p1/39']);
    expect(refusals(shop.act('10-09 09:12', 'T1', 'J1', 'export'))).toEqual([]);
    expect(refusals(shop.act('10-09 09:13', 'T1', 'J1', 'export'))).toEqual(['notAllowed@actor p1/39']);
    expect(shop.matter('J1').permits).toMatchObject([{ act: 'export', to: 'T1', by: 'M1', uses: 1, used: 1 }]);
    expect(shop.histories.get('J1')!.map(({ type }) => type).filter((type) => type.includes('xport'))).toEqual(['job.export.refused', 'job.permitExport', 'job.export.refused', 'job.export', 'job.export.refused']);
  });

  it('is given by whom the act names, to somebody known', () => {
    const shop = world(licensed);
    openJob(shop);
    expect(refusals(shop.act('10-09 09:11', 'C1', 'J1', 'permitExport', { to: 'T1' }))).toEqual(['notAllowed@actor p1/39']);
    expect(refusals(shop.act('10-09 09:11', 'M1', 'J1', 'permitExport', { to: 'ghost' }))).toEqual(['unknownPerson@gate p1/39']);
    expect(refusals(shop.act('10-09 09:11', 'M1', 'J1', 'permitExport'))).toEqual(['required@form p1/39']);
  });
});

describe('looking at a matter', () => {
  const guarded = { read: { by: 'clerk', log: true, rule: 40, require: [{ that: "matter.state != 'sealed'", refuse: 'sealed', rule: 15 }] }, print: { by: 'clerk', rule: 16 } } as const;
  const look = (shop: ReturnType<typeof world>, act: string, who: string) => mayAccess(shop.policy, shop.matter('J1'), act, staff(who), shop.facts, at('10-09 10:00'));

  it('is open, and leaves no trace, where no pack mentions it', () => {
    const shop = world({});
    openJob(shop);
    expect(look(shop, 'read', 'T1')).toEqual({ allowed: true, recorded: false, refusals: [] });
  });

  it('is for those whom the pack names, recorded where it is logged, in any state, final ones too', () => {
    const shop = world(guarded);
    openJob(shop);
    shop.act('10-09 09:30', 'C1', 'J1', 'finish');
    expect(look(shop, 'read', 'C1')).toEqual({ allowed: true, recorded: true, refusals: [] });
    expect(look(shop, 'read', 'T1')).toMatchObject({ allowed: false, refusals: [{ code: 'notAllowed', citation: { rule: 'p1/40' } }] });
    expect(look(shop, 'print', 'C1')).toMatchObject({ allowed: true, recorded: false });
    expect(refusals(shop.act('10-09 10:00', 'C1', 'J1', 'read'))).toEqual([]);
    expect(shop.matter('J1')).toMatchObject({ state: 'finished', did: { read: { by: 'C1' } } });
  });

  it('keeps its gates and takes no field it does not name', () => {
    const shop = world({ ...guarded, seal: { by: 'clerk', rule: 14 }, forward: { by: 'clerk', rule: 39 } });
    openJob(shop);
    expect(refusals(shop.act('10-09 10:00', 'C1', 'J1', 'forward', { note: 'x' }))).toEqual(['unknownField@form p1/39']);
  });
});
