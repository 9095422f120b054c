import { at, policyOf, refusals, staff, World } from '../fixtures/repair-world.ts';
import { MOVES, tinyPacks, tinyWorld } from '../fixtures/tiny.ts';
import type { ViewDocument } from '../language/table-document.ts';
import { readersOf } from './readers.ts';
import { runView } from './run-view.ts';

function world(): World {
  const shop = new World();
  shop.create('10-09 08:00', 'DK1', 'customer', 'register', { name: 'A', relation: 'owner' }, { id: 'A' });
  for (const code of ['plumbing', 'electrical']) shop.create('10-09 08:00', 'M1', 'team', 'create', { code, trade: code }, { id: code });
  for (const [index, team] of ['plumbing', 'electrical'].entries()) {
    const [request, order] = [`R${index}`, `W${index}`];
    shop.create(`10-09 1${index}:00`, 'DK1', 'serviceRequest', 'register', { customer: 'A', channel: 'phone', description: team }, { id: request });
    shop.act(`10-09 1${index}:10`, 'C1', request, 'sign');
    shop.create(`10-09 1${index}:10`, 'C1', 'workOrder', 'create', { request, customer: 'A', room: '1', phone: '2' }, { id: order });
    shop.act(`10-09 1${index}:20`, 'M1', order, 'take');
    shop.act(`10-09 1${index}:20`, 'M1', order, 'classify', { charge: 'free' });
    shop.act(`10-09 1${index}:20`, 'M1', order, 'assign', { team });
  }
  return shop;
}

const see = (shop: World, view: string, who: string, filters = {}) => runView(shop.policy, view, [...shop.matters.values()], shop.facts, staff(who), at('10-09 13:40'), filters);

describe('views', () => {
  it('show open orders with owner, next step, due and age to the manager', () => {
    const result = see(world(), 'supervision', 'M1');
    expect(result).toMatchObject({
      ok: true, columns: ['number', 'state', 'owner', 'nextStep', 'due', 'age', 'crew'],
      rows: [{ id: 'W0', number: 'WX202610-0001', owner: 'TL1', nextStep: { step: 'onSite' }, due: at('10-10 17:30'), age: 'PT3H30M', crew: 'plumbing' }, { id: 'W1', owner: 'TL2', age: 'PT2H30M' }],
    });
  });

  it('show a leader his own team’s, and refuse him another’s by the view’s rule', () => {
    const shop = world();
    expect(see(shop, 'supervision', 'TL1')).toMatchObject({ ok: true, rows: [{ id: 'W0' }] });
    expect(see(shop, 'supervision', 'TL1', { team: 'plumbing' })).toMatchObject({ ok: true });
    expect(refusals(see(shop, 'supervision', 'TL1', { team: 'electrical' }) as never)).toEqual(['notAllowed@actor s2.4/14']);
    expect(refusals(see(shop, 'supervision', 'T1') as never)).toEqual(['notAllowed@actor s2.4/14']);
  });

  it('refuse him another’s also where no row answers, and give him an empty list of his own', () => {
    const shop = world();
    for (const order of ['W0', 'W1']) shop.matters.delete(order);
    expect(refusals(see(shop, 'supervision', 'TL1', { team: 'electrical' }) as never)).toEqual(['notAllowed@actor s2.4/14']);
    expect(refusals(see(shop, 'supervision', 'TL1', { 'team.code': 'electrical' }) as never)).toEqual(['notAllowed@actor s2.4/14']);
    expect(refusals(see(shop, 'supervision', 'TL1', { team: 'nowhere' }) as never)).toEqual(['notAllowed@actor s2.4/14']);
    for (const filters of [{ team: 'plumbing' }, { 'team.code': 'plumbing' }, { state: 'assigned' }, {}]) expect(see(shop, 'supervision', 'TL1', filters)).toMatchObject({ ok: true, rows: [] });
    expect(see(shop, 'supervision', 'M1', { team: 'electrical' })).toMatchObject({ ok: true, rows: [] });
  });

  it('number the lines of a register in their order', () => {
    expect(see(world(), 'serviceLedger', 'C1')).toMatchObject({ ok: true, columns: ['line', 'number', 'description', 'signedAt'], rows: [{ line: 1, id: 'R0', signedAt: at('10-09 10:10') }, { line: 2, id: 'R1' }] });
  });
});

describe('report content', () => {
  const tiny = (view: Partial<ViewDocument>, acts = {}) => {
    const shop = tinyWorld({
      fields: { who: { type: 'person', optional: ['open'] }, parts: { type: 'lines', key: 'sku', max: 9, of: { qty: 'int' }, optional: ['open'] } }, acts: { ...MOVES, ...acts }, final: ['finished'],
      steps: { work: { rule: 1, opens: { when: 'open' }, who: 'who', due: 'PT1H' } },
    }, [{ views: { report: { of: 'job', columns: ['id'], rule: 2, ...view } } }]);
    expect(shop.policy.problems).toEqual([]);
    for (const [id, when, who] of [['A', '09-30 10:00', 'T1'], ['B', '10-08 10:00', 'TL1'], ['C', '10-09 10:00', 'T1']] as const) shop.create(when, 'C1', 'job', 'open', { who, parts: [{ sku: `x${id}`, qty: 2 }] }, { id });
    return (who = 'M1', at_?: string) => runView(shop.policy, 'report', [...shop.matters.values()], shop.facts, staff(who), at('10-09 12:00'), {}, at_);
  };

  it('holds the rows of its window, the one at hand or another', () => {
    const see = tiny({ window: 'month' });
    expect(see()).toMatchObject({ ok: true, rows: [{ id: 'B' }, { id: 'C' }], window: { start: at('10-01 00:00'), end: at('11-01 00:00') } });
    expect(see('M1', at('09-15 00:00'))).toMatchObject({ rows: [{ id: 'A' }] });
  });

  it('is grouped and numbered within its groups', () => {
    expect(tiny({ per: ['who'], number: 'line', order: 'id' })()).toMatchObject({
      columns: ['line', 'who', 'id'], groups: [{ key: { who: 'T1' }, count: 2 }, { key: { who: 'TL1' }, count: 1 }],
      rows: [{ line: 1, who: 'T1', id: 'A' }, { line: 2, who: 'T1', id: 'C' }, { line: 1, who: 'TL1', id: 'B' }],
    });
  });

  it('runs over steps and lines as over matters', () => {
    expect(tiny({ of: 'job.steps', where: "it.open && it.name == 'work'", columns: ['name', 'due', 'who'], order: 'due' })()).toMatchObject({ rows: [{ name: 'work', due: at('09-30 11:00'), who: ['T1'] }, {}, { due: at('10-09 11:00') }] });
    expect(tiny({ of: 'job.parts', columns: ['sku', 'qty', { name: 'by', is: 'it.matter.who' }], order: 'sku' })()).toMatchObject({ rows: [{ id: 'A/0', sku: 'xA', qty: 2, by: 'T1' }, {}, {}] });
  });

  it('leaves out rows that the kind’s list act does not give', () => {
    const see = tiny({}, { list: { by: 'matter.who', rule: 16 } });
    expect(see('T1')).toMatchObject({ rows: [{ id: 'A' }, { id: 'C' }] });
    expect(see('M1')).toMatchObject({ rows: [] });
  });

  it('of a window that is no period is a problem', () => {
    expect(policyOf(tinyPacks({ acts: {} }, { views: { v: { of: 'job', window: 'season', columns: ['id'], rule: 1 } } })).problems.map(({ item }) => item)).toEqual(['views.v.window']);
  });
});

describe('readers', () => {
  it('are roles of acts, steps and owner, persons involved, and the customer', () => {
    const shop = world();
    const tokens = readersOf(shop.policy, shop.matter('W0'), shop.facts.directory);
    expect(tokens).toEqual(expect.arrayContaining(['role:equipment-manager', 'role:property-clerk', 'role:technician', 'person:C1', 'person:M1', 'person:TL1', 'customer:A']));
    expect(tokens).not.toContain('person:TL2');
  });
});
