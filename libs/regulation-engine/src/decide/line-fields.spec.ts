import { MOVES, openJob, tinyWorld } from '../fixtures/tiny.ts';
import type { KindDocument } from '../language/pack-document.ts';
import type { FactMap } from '../matter/matter.ts';
import type { Outcome } from '../run/outcome.ts';

const job: KindDocument = {
  fields: {
    contacts: {
      type: 'lines', key: 'name', max: 2, optional: ['open', 'work', 'go'], rule: 3,
      of: {
        phone: { type: 'text', max: 11, required: ['finish'], optional: ['open', 'work'] },
        as: { choice: ['lead', 'staff'] },
        share: { type: 'percent', min: 0, check: 'value <= 1' },
        rank: { type: 'int', default: 1 },
        staff: { type: 'person' },
        parent: { type: 'ref', to: 'job' },
        seen: { type: 'bool', required: ['tick'] },
        at: { type: 'instant', required: ['work'] },
      },
    },
    other: { type: 'text', optional: ['finish'] },
  },
  acts: { ...MOVES, tick: { by: 'anyone', line: 'contacts' } }, final: ['finished'], resting: ['open'],
};
const shop = () => {
  const world = tinyWorld(job);
  expect(world.policy.problems).toEqual([]);
  openJob(world);
  return world;
};
const of = (outcome: Outcome) => (outcome.ok ? [] : outcome.refusals.map(({ code, at, field }) => `${code}@${at} ${field}`));
const given = (contacts: readonly FactMap[], act = 'go') => of(shop().act('10-09 09:10', 'C1', 'J1', act, { contacts }));

describe('lines given whole', () => {
  it.each<[string, FactMap, string]>([
    ['of another type', { rank: 'first' }, 'wrongType@gate contacts/A.rank'],
    ['not among the choices', { as: 'boss' }, 'wrongType@gate contacts/A.as'],
    ['less than may be', { share: -0.1 }, 'outOfRange@gate contacts/A.share'],
    ['against its check', { share: 1.5 }, 'checkFailed@gate contacts/A.share'],
    ['of nobody', { staff: 'ghost' }, 'unknownPerson@gate contacts/A.staff'],
    ['of no matter', { parent: 'ghost' }, 'unknownReference@gate contacts/A.parent'],
    ['of no field', { fax: '1' }, 'unknownField@form contacts/A.fax'],
    ['that another act gives', { seen: true }, 'unknownField@form contacts/A.seen'],
    ['that belongs to other acts', { phone: '1' }, 'unknownField@form contacts/A.phone'],
  ])('are refused by the line and the field, where one is %s', (_, line, expected) => {
    expect(given([{ name: 'A', ...line }, { name: 'B' }])).toEqual([expected]);
  });

  it('are refused as a whole where there are too many, or two of one key', () => {
    expect(given([{ name: 'A' }, { name: 'B' }, { name: 'C' }])).toEqual(['outOfRange@gate contacts']);
    expect(given([{ name: 'A' }, { name: 'A' }])).toEqual(['wrongType@gate contacts']);
    expect(given([{ rank: 1 }])).toEqual(['wrongType@gate contacts']);
  });

  it('get their defaults and stamps, and keep what the act does not take', () => {
    const world = shop();
    expect(world.act('10-09 09:10', 'C1', 'J1', 'work', { contacts: [{ name: 'A', phone: '138' }] }).ok).toBe(true);
    world.act('10-09 09:20', 'C1', 'J1', 'tick', { seen: true }, { line: 'A' });
    const stamped = '2026-10-09T01:10:00.000Z';
    expect(world.matter('J1').facts['contacts']).toEqual([{ name: 'A', phone: '138', rank: 1, at: stamped, seen: true }]);
    expect(of(world.act('10-09 09:30', 'C1', 'J1', 'go', { contacts: [{ name: 'A', phone: '138', seen: true, as: 'lead' }, { name: 'B' }] }))).toEqual([]);
    expect(world.matter('J1').facts['contacts']).toEqual([{ name: 'A', phone: '138', at: stamped, seen: true, rank: 1, as: 'lead' }, { name: 'B', rank: 1 }]);
  });

  it('must be complete after an act that requires a field of theirs, whether it gives them or not', () => {
    const world = shop();
    world.act('10-09 09:10', 'C1', 'J1', 'work', { contacts: [{ name: 'A', phone: '138' }, { name: 'B' }] });
    expect(of(world.act('10-09 09:20', 'C1', 'J1', 'finish'))).toEqual(['required@form contacts/B.phone']);
    world.act('10-09 09:30', 'C1', 'J1', 'work', { contacts: [{ name: 'A', phone: '138' }] });
    expect(of(world.act('10-09 09:40', 'C1', 'J1', 'finish'))).toEqual([]);
  });

  it('ask for what the act that gives them requires', () => {
    const world = tinyWorld({ ...job, fields: { contacts: { type: 'lines', key: 'name', optional: ['work'], of: { phone: { type: 'text', required: ['work'] } } } } });
    openJob(world);
    expect(of(world.act('10-09 09:10', 'C1', 'J1', 'work', { contacts: [{ name: 'A' }, { name: 'B', phone: '1' }] }))).toEqual(['required@form contacts/A.phone']);
  });
});
