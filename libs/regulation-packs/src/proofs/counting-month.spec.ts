import type { Matter, Person } from '@huiyin/regulation-engine';
import { World } from '../worlds/world.ts';
import { Bar, policyOfBar } from './s0.7-bar.ts';
import { Service } from './s3.12-service.ts';

const { instant } = Bar;
const bar = policyOfBar();
const manager = (id: string, joined: string): Person => ({ id, name: id, roles: ['account-manager'], superior: 'DM', joined: new Date(joined).toISOString() });
const staff: readonly Person[] = [
  manager('A', '2025-06-01T20:00:00+08:00'), manager('N', '2026-03-10T20:00:00+08:00'), { id: 'DM', name: 'DM', roles: ['department-manager'] }, { id: 'RC', name: 'RC', roles: ['reception'], superior: 'DM' },
];
const night = (day: number): string => `03-${String(day).padStart(2, '0')}`;

/**
 * March at the bar of S0.7 as the counting service lives it: it looks each night at 20:00, and hears every event. A is late on the first five
 * nights and has a table every night, eight of them of new customers; N, who joins on the 10th, forgets to sign in on the 12th.
 */
function march(): World {
  const world = new World(bar, staff, '2026-03-01T19:59:00+08:00');
  const paper = (day: number) => ({ manager: 'A', table: `T${day}`, seat: 'booth', round: 'first', channel: 'phone', guestName: 'G', guestPhone: '139', headcount: 4 });
  let since: string | undefined;
  for (let day = 1; day <= 31; day += 1) {
    world.at(instant(`${night(day)}T20:00`));
    world.openCycles(since);
    expect(world.openCycles(since)).toEqual([]);
    since = world.now;
    const signs = (person: string, time: string) => {
      const duty = [...world.matters.values()].find(({ kind, facts, state }) => kind === 'nightDuty' && facts['subject'] === person && state === 'due')!;
      world.at(instant(`${night(day)}T${time}`)).act(person, 'nightDuty', 'signIn', {}, duty.id);
    };
    if (day >= 10 && day !== 12) signs('N', '20:01');
    signs('A', day <= 5 ? '20:20' : '20:05');
    world.at(instant(`${night(day)}T21:00`));
    const booking = world.act('RC', 'booking', 'book', paper(day));
    world.at(instant(`${night(day)}T21:15`)).act('RC', 'booking', 'arrive', { newCustomer: day <= 8 }, booking);
  }
  world.at(instant('04-01T01:00'));
  world.openCycles(since);
  return world;
}

describe('a month of S0.7, as the service that counts lives it', () => {
  const world = march();
  const ofMarch = ({ facts }: Matter): boolean => facts['period'] === undefined || (facts['period'] as { start: string }).start < instant('04-01T01:00');
  const of = (kind: string): readonly Matter[] => [...world.matters.values()].filter((matter) => matter.kind === kind && ofMarch(matter));
  const entries = (ledger: string, person: string) => [...world.matters.values()].flatMap((matter) => matter.entries.filter((entry) => entry.ledger === ledger && entry.to === person));
  const total = (ledger: string, person: string) => entries(ledger, person).reduce((sum, { amount }) => sum + amount, 0);
  const per = (kind: string, person: string) => of(kind).filter(({ facts }) => facts['subject'] === person).length;

  it('opens one duty per person and period: every night, every week that ended, the month', () => {
    expect([per('nightDuty', 'A'), per('warmUpDuty', 'A'), per('newTableDuty', 'A'), per('weekSettlement', 'A')]).toEqual([31, 31, 1, 6]);
    expect([per('nightDuty', 'N'), per('warmUpDuty', 'N'), per('newTableDuty', 'N'), per('weekSettlement', 'N')]).toEqual([22, 0, 0, 3]);
  });

  it('counts events of other matters towards them: all are met, and closed by it', () => {
    expect(new Set([...of('warmUpDuty'), ...of('newTableDuty')].map(({ state, steps }) => `${state} ${steps[0]?.verdict}`))).toEqual(new Set(['fulfilled met']));
    expect(of('newTableDuty')[0]!.facts).toMatchObject({ required: 8, met: 8, missing: 0 });
  });

  it('posts what is late or missed to its night, and nothing that was kept', () => {
    expect([total('points', 'A'), total('points', 'N')]).toEqual([-15, -2]);
    expect(entries('points', 'N')).toMatchObject([{ at: '2026-03-12', citation: { rule: 's0.7/4' } }]);
  });

  it('the fifth ticket is reached once, at the act, and asks one decision about A; the fourth asked nothing', () => {
    expect(total('evidence', 'A')).toBe(5);
    const [threshold, ...others] = of('threshold');
    expect(others).toEqual([]);
    expect(threshold).toMatchObject({ openedAt: instant('03-05T20:20'), facts: { subject: 'A', count: 5, limit: 5, query: 'ticketsOfMonth', rule: 's0.7/19', start: instant('03-01T01:00'), end: instant('04-01T01:00') } });
    expect(of('decision')).toMatchObject([{ owner: 'DM', facts: { subject: 'A', about: threshold!.id, options: ['suspended', 'dismissed', 'staysWarned'] } }]);
  });

  it('leaves nothing refused, nothing ownerless; whatever was opened refolds from its events', () => {
    expect(world.refusedEffects).toEqual([]);
    expect(world.ownerless()).toEqual([]);
  });
});

describe('a quarter of S3.12 that closes', () => {
  const scores = { E1: 98, E2: 96, E3: 96, S1: 90, M1: 85 } as const;
  function quarter(): Service {
    const service = new Service('2026-06-26T09:00');
    for (const [person, score] of Object.entries(scores)) service.act('K1', 'assessment', 'enter', { person, quarter: '2026Q2', quality: score, workload: score, cost: score });
    return service.clock('2026-07-01T00:00');
  }
  const paid = (service: Service, result: string) => service.matter(result).entries.map(({ to, amount, citation, corrects }) => [to, amount, citation.rule, ...(corrects === undefined ? [] : ['corrects'])]);

  it('posts each reward by the rule of its band, shared ranks alike, at the last instant of the quarter', () => {
    const service = quarter();
    const result = service.close('ranking', Service.instant('2026-06-26T09:00'));
    expect(service.matter(result).facts['scores']).toMatchObject([{ subject: 'E1', rank: 1 }, { subject: 'E2', rank: 2 }, { subject: 'E3', rank: 2 }, { subject: 'S1', rank: 4 }, { subject: 'M1', rank: 5 }]);
    expect(paid(service, result)).toEqual([['E1', 150000, 's3.12/8'], ['E2', 150000, 's3.12/8'], ['E3', 150000, 's3.12/8'], ['S1', 100000, 's3.12/9'], ['M1', 100000, 's3.12/9']]);
    expect(service.matter(result).entries.every(({ at }) => at === '2026-06-30T15:59:59.999Z')).toBe(true);
  });

  it('closed again it is the same result and posts nothing', () => {
    const service = quarter();
    const [first, second] = [1, 2].map(() => service.close('ranking', Service.instant('2026-06-26T09:00')));
    expect(second).toBe(first);
    expect(paid(service, first!)).toHaveLength(5);
  });

  it('owes its statistics and its commission once for the post, however many hold it', () => {
    const service = quarter();
    const opened = service.openCycles().map((id) => service.matter(id)).filter(({ facts }) => facts['cycle'] !== undefined);
    const owing = opened.map(({ kind, steps }) => [kind, steps.find(({ name }) => ['statistics', 'commission'].includes(name))?.who]);
    expect(owing).toEqual([['monthStatistics', ['K1']], ['commissionPayout', ['TG']]]);
    expect(service.openCycles()).toEqual([]);
  });

  it('without a time to appeal is not appealed, and never by one it does not score', () => {
    const service = quarter();
    const result = service.close('ranking', Service.instant('2026-06-26T09:00'));
    expect(service.refused('E1', 'indicatorResult', 'appeal', { reason: 'counted wrongly' }, result)).toEqual(['core/indicator appealOver']);
    expect(service.refused('K1', 'indicatorResult', 'appeal', { reason: 'not mine' }, result)).toEqual(['core/indicator notYourScore', 'core/indicator appealOver']);
  });
});
