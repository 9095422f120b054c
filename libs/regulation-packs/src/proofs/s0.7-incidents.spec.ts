import { mayAccess, policyInstant } from '@huiyin/regulation-engine';
import type { Actor } from '@huiyin/regulation-engine';
import { Bar, policyOfBar } from './s0.7-bar.ts';

const { instant } = Bar;
const actor = (id: string, role: string): Actor => ({ id, kind: 'staff', name: id, roles: [role] });

/** The tariff of the regulation, offence by offence. */
const tariff: readonly (readonly [string, string, number])[] = [
  ['R5', 'guestComplaint', 10], ['R9', 'tipsOrPrivate', 20], ['R10', 'dressOrSmell', 5], ['R12', 'offLimits', 10], ['R43', 'quarrel', 10], ['R44', 'cashHold', 20],
];

describe('S0.7, incidents and their points', () => {
  it.each(tariff)('rows 10, 11, %s: %s costs its tariff at once and is one ticket; a point more or less is refused', (rule, offence, points) => {
    const bar = new Bar().clock('03-07T22:00');
    for (const wrong of [points - 1, points + 1]) expect(bar.refused('DM', 'incident', 'report', bar.charge(offence, ['E'], wrong, '03-07T21:00'))).toEqual(['s0.7/5 notTheTariff']);
    const made = bar.incident(offence, ['E'], points, '03-07T21:00');
    expect(bar.matter(made)).toMatchObject({ state: 'posted', number: 'FD202603-0001', facts: { tariff: points } });
    expect(bar.matter(made).reasons['tariff']?.citation.rule).toBe(`s0.7/${rule.slice(1)}`);
    expect([bar.points('E'), bar.tickets('E')]).toEqual([-points, 1]);
    expect(bar.entries('points', 'E')).toMatchObject([{ at: '2026-03-07', evidence: made, citation: { rule: `s0.7/${rule.slice(1)}` } }]);
  });

  it('row 10, R5, R9, R10, R12, R19: four tickets ask nothing; the fifth asks the department manager, who keeps his reason', () => {
    const bar = new Bar().clock('03-07T23:00');
    for (const night of ['03-02T20:00', '03-03T20:00']) bar.incident('dressOrSmell', ['F'], 5, night);
    bar.incident('late', ['E'], 3, '03-02T20:15');
    for (const [offence, points] of [['offLimits', 10], ['dressOrSmell', 5], ['guestComplaint', 10]] as const) bar.incident(offence, ['E'], points, '03-07T21:00');
    expect(bar.tickets('E')).toBe(4);
    expect(bar.decisions()).toEqual([]);
    bar.incident('tipsOrPrivate', ['E'], 20, '03-07T22:00');
    expect(bar.decisions()).toEqual(['E s0.7/19']);
    const decision = [...bar.matters.values()].find(({ kind }) => kind === 'decision')!;
    expect(decision.facts['options']).toEqual(['suspended', 'dismissed', 'staysWarned']);
    expect(decision.owner).toBe('DM');
    expect(bar.refused('A', 'decision', 'decide', { choice: 'staysWarned' }, decision.id)).toEqual(['core/decision notAllowed']);
    expect(bar.refused('DM', 'decision', 'decide', { choice: 'shot' }, decision.id)).toEqual(['core/decision notAnOption']);
    bar.act('DM', 'decision', 'decide', { choice: 'staysWarned', reason: 'first month' }, decision.id);
    expect(bar.matter(decision.id).facts).toMatchObject({ choice: 'staysWarned', reason: 'first month' });
  });

  it('row 10, R19: five tickets over two months ask nothing', () => {
    const bar = new Bar().clock('04-02T23:00');
    for (const night of ['03-29T21:00', '03-30T21:00', '03-31T23:59', '04-01T00:59', '04-01T01:00']) bar.incident('dressOrSmell', ['E'], 5, night);
    expect([bar.points('E'), bar.tickets('E')]).toEqual([-25, 5]);
    expect(bar.entries('points', 'E').map(({ at }) => at)).toEqual(['2026-03-29', '2026-03-30', '2026-03-31', '2026-03-31', '2026-04-01']);
    expect(bar.decisions()).toEqual([]);
  });

  it('row 11, R6, R7, R8: nothing is posted before the department manager confirms; the second verified time asks about dismissal', () => {
    const bar = new Bar().clock('03-08T00:30');
    const cards = bar.incident('cardsToOneTable', ['D', 'F'], 30, '03-07T22:00', { table: '12' });
    const clique = bar.incident('clique', ['F'], 30, '03-07T23:00');
    expect(bar.matter(cards)).toMatchObject({ state: 'reported', owner: 'DM' });
    expect([bar.points('D'), bar.points('F'), bar.tickets('F')]).toEqual([0, 0, 0]);
    expect(bar.refused('A', 'incident', 'confirm', {}, cards)).toEqual(['s0.7/6 notAllowed']);
    bar.act('DM', 'incident', 'confirm', {}, cards);
    bar.act('DM', 'incident', 'confirm', {}, clique);
    expect([bar.points('D'), bar.points('F'), bar.tickets('F')]).toEqual([-30, -60, 2]);
    expect(bar.decisions()).toEqual([]);
    bar.clock('03-09T00:30');
    const again = bar.incident('cardsToOneTable', ['D', 'F'], 30, '03-08T22:00', { table: '12' });
    expect(bar.decisions()).toEqual([]);
    bar.act('DM', 'incident', 'confirm', {}, again);
    expect([bar.points('D'), bar.points('F')]).toEqual([-60, -90]);
    expect(bar.decisions()).toEqual(['D s0.7/8', 'F s0.7/8']);
    for (const { id } of [...bar.matters.values()].filter(({ kind }) => kind === 'decision')) expect(bar.refused('A', 'decision', 'decide', { choice: 'stays' }, id)).toEqual(['core/decision notAllowed']);
  });

  it('row 11, R6: what is not verified costs nothing, ever', () => {
    const bar = new Bar().clock('03-08T00:30');
    const clique = bar.incident('clique', ['F'], 30, '03-07T23:00');
    bar.act('DM', 'incident', 'dismiss', { reason: 'hearsay' }, clique);
    expect(bar.matter(clique)).toMatchObject({ state: 'dismissed', final: true });
    expect([bar.points('F'), bar.tickets('F')]).toEqual([0, 0]);
  });

  it('row 11, R7: names both and the table', () => {
    const bar = new Bar().clock('03-08T00:30');
    expect(bar.refused('DM', 'incident', 'report', bar.charge('cardsToOneTable', ['D'], 30, '03-07T22:00'))).toEqual(['s0.7/7 bothSides', 's0.7/7 whichTable']);
  });

  it('row 9, R33, R36, R37: points for each side, and the results of that business date are reversed by new entries', () => {
    const bar = new Bar().clock('03-05T21:00');
    const bill = (manager: string, at: string, amount: number): void => {
      const booking = bar.seated(at, { manager });
      bar.act('CA', 'booking', 'bill', { amount }, booking);
    };
    bill('A', '03-05T22:00', 99900);
    for (const [manager, amount] of [['A', 240000], ['B', 160000], ['C', 100000], ['D', 80000]] as const) bill(manager, '03-06T22:00', amount);
    bar.clock('03-07T00:30');
    bar.incident('snatching', ['A', 'B'], 20, '03-06T23:00');
    bar.incident('soliciting', ['C'], 50, '03-06T23:00');
    bar.incident('colluding', ['D'], 20, '03-06T23:00');
    expect(['A', 'B', 'C', 'D'].map((person) => bar.points(person))).toEqual([-20, -20, -50, -20]);
    expect(['A', 'B', 'C', 'D'].map((person) => bar.results(person))).toEqual([99900, 0, 0, 0]);
    expect(bar.entries('evidence', 'A', 'results').map(({ amount }) => amount)).toEqual([99900, 240000, -240000]);
    expect(bar.refused('DM', 'incident', 'report', bar.charge('snatching', ['A'], 20, '03-06T23:00'))).toEqual(['s0.7/7 bothSides']);
  });

  it('row 15, R16: reads his own incident, not another’s; nobody but the company exports, and every look is logged', () => {
    const bar = new Bar().clock('03-11T21:00');
    const made = bar.matter(bar.incident('dressOrSmell', ['B'], 5, '03-11T20:00'));
    const look = (act: string, id: string, role: string) => mayAccess(bar.policy, made, act, actor(id, role), bar.facts(), bar.now);
    expect(look('read', 'A', 'account-manager')).toMatchObject({ allowed: false, recorded: true });
    expect(look('read', 'A', 'account-manager').refusals.map(({ citation }) => citation.rule)).toEqual(['s0.7/16']);
    expect(look('read', 'B', 'account-manager')).toMatchObject({ allowed: true, recorded: true });
    expect(look('export', 'B', 'account-manager').allowed).toBe(false);
    const guest = bar.matter(bar.book({ manager: 'A' }));
    expect(mayAccess(bar.policy, guest, 'export', actor('A', 'account-manager'), bar.facts(), bar.now).refusals.map(({ citation }) => citation.rule)).toEqual(['s0.7/16']);
    expect(mayAccess(bar.policy, guest, 'export', actor('CO', 'operator-admin'), bar.facts(), bar.now)).toMatchObject({ allowed: true, recorded: true });
  });

  it('row 16: refused beside the tariff, without evidence, in his own case, in the future; a wrong one is reversed and both stay', () => {
    const bar = new Bar().clock('03-12T22:00');
    const refused = (charge: ReturnType<Bar['charge']>): readonly string[] => bar.refused('DM', 'incident', 'report', charge);
    expect(refused(bar.charge('dressOrSmell', ['A'], 7, '03-12T21:00'))).toEqual(['s0.7/5 notTheTariff']);
    expect(refused(bar.charge('dressOrSmell', ['A'], 5, '03-12T21:00', { evidence: [] }))).toEqual(['s0.7/D required']);
    expect(refused(bar.charge('dressOrSmell', ['DM'], 5, '03-12T21:00'))).toEqual(['s0.7/D ownCase']);
    expect(refused(bar.charge('dressOrSmell', ['N'], 5, '03-30T21:00')).some((refusal) => refusal.startsWith('s0.7/D'))).toBe(true);
    const wrong = bar.incident('dressOrSmell', ['N'], 5, '03-12T21:00');
    bar.act('DM', 'incident', 'takeBack', { reason: 'not him' }, wrong);
    expect(bar.entries('points', 'N').map(({ amount }) => amount)).toEqual([-5, 5]);
    expect([bar.points('N'), bar.tickets('N')]).toEqual([0, 0]);
  });

  it('row 19: once March is closed, what is taken back is an entry of April that says what it corrects', () => {
    const bar = new Bar().clock('03-12T22:00');
    const wrong = bar.incident('dressOrSmell', ['N'], 5, '03-12T21:00');
    bar.clock('04-01T20:00').closed = instant('04-01T01:00');
    bar.act('DM', 'incident', 'takeBack', { reason: 'not him' }, wrong);
    expect(bar.entries('points', 'N')).toMatchObject([{ amount: -5, at: '2026-03-12' }, { amount: 5, at: '2026-04-01', corrects: '2026-03-12' }]);
  });

  it('rows 17, 18, 20, R43, R45: the policy of the deed’s business date prices it: 00:30 of 1 April is still March and costs 10, the next evening 15', () => {
    const first = new Bar();
    const later = policyOfBar({ 's0.7.quarrelPoints': 15 });
    const bound = (at: string): string => policyInstant(first.policy, 'incident', { act: 'report', input: first.charge('quarrel', ['N'], 10, at), actor: actor('DM', 'department-manager') }, first.facts(), instant('04-02T00:00'));
    expect([bound('04-01T00:30'), bound('04-01T20:10')]).toEqual([instant('04-01T00:30'), instant('04-01T20:10')]);
    first.clock('04-01T00:40').incident('quarrel', ['N'], 10, '04-01T00:30');
    expect(first.entries('points', 'N')).toMatchObject([{ amount: -10, at: '2026-03-31' }]);
    const second = new Bar(later).clock('04-01T20:15');
    expect(second.refused('DM', 'incident', 'report', second.charge('quarrel', ['N'], 10, '04-01T20:10'))).toEqual(['s0.7/5 notTheTariff']);
    second.incident('quarrel', ['N'], 15, '04-01T20:10');
    expect(second.entries('points', 'N')).toMatchObject([{ amount: -15, at: '2026-04-01' }]);
  });

  it('row 17, R45: the department manager changes no rule; the company does', () => {
    const bar = new Bar().clock('03-20T20:00');
    const base = bar.act('system', 'policy', 'found', { packs: ['s0.7'], calendar: '{}', hash: 'h1' });
    const change = { packs: ['s0.7'], calendar: '{}', hash: 'h2', base, previous: 'h1', inForceFrom: instant('04-01T01:00') };
    expect(bar.refused('DM', 'policy', 'draft', change)).toEqual(['s0.7/45 onlyTheCompany']);
    expect(bar.refused('CO', 'policy', 'draft', change)).toEqual([]);
  });
});
