import { mayAccess } from '@huiyin/regulation-engine';
import { lintPack } from '../lint/lint-pack.ts';
import { Service, proof } from './s3.12-service.ts';

const { instant } = Service;

/** April 2026: E1 17 points, E2 17.5, E3 20 and an accident, E4 18 and an accident. */
function april(): Service {
  const service = new Service().clock('2026-04-28T09:00');
  const trips = (engineer: string, classes: string): void => {
    for (const projectClass of classes) service.trip(engineer, projectClass, '2026-04-28');
  };
  trips('E1', 'AAAAAAAAB');
  trips('E2', 'AAAAAAAABC');
  trips('E3', 'AAAAAAAAAA');
  trips('E4', 'AAAAAAAAA');
  service.accident('E3', '2026-04-29');
  service.accident('E4', '2026-04-30');
  return service.clock('2026-05-01T00:00');
}

describe('S3.12, the month', () => {
  it('the pack is sound: every rule of the card carried, every cited word found', () => {
    expect(lintPack(proof)).toEqual([]);
  });

  it('row 1, R1, R30: March’s trip earns nothing, April’s does; a storekeeper’s is refused', () => {
    const service = new Service().clock('2026-04-01T09:00');
    service.trip('E1', 'A', '2026-03-31');
    expect(service.total('points', 'E1')).toBe(0);
    service.trip('E1', 'A', '2026-04-01');
    expect(service.entries('points', 'E1')).toMatchObject([{ amount: 2, at: '2026-04-01', citation: { rule: 's3.12/4' } }]);
    expect(service.refused('K1', 'serviceTrip', 'book', { engineer: 'ST', purpose: 'commissioning' })).toEqual(['s3.12/1 notServiceStaff']);
  });

  it.each([
    ['E1', 17, 0],
    ['E2', 17.5, 13500],
    ['E3', 18, 27000],
    ['E4', 16, 0],
  ])('row 2, R4–R6: %s has %s points in April and is paid %d fen', (person, points, pay) => {
    const service = april();
    const slip = service.slip(service.statistics(), person);
    expect(service.matter(slip).facts).toMatchObject({ points, pay });
    expect(service.matter(slip).reasons['pay']?.citation.rule).toBe('s3.12/5');
  });

  it('row 2, R4: a trip signed off on the last day of April counts for April, one of 1 May for May', () => {
    const service = april();
    const statistics = service.statistics();
    const slip = service.slip(statistics, 'E1');
    service.clock('2026-05-06T09:00');
    service.trip('E1', 'C', '2026-04-30');
    service.trip('E1', 'A', '2026-05-01');
    service.act('K1', 'monthStatistics', 'handIn', {}, statistics);
    expect(service.matter(slip).facts).toMatchObject({ points: 17.5, pay: 13500 });
  });

  it('row 3, R26: the statistics are due at 17:30 of the third working day after the holiday; 18:00 is missed by half an hour', () => {
    const service = april();
    const statistics = service.statistics();
    expect(service.next(statistics)).toMatchObject({ act: 'handIn', owner: 'K1', dueAt: instant('2026-05-08T17:30'), citation: { rule: 's3.12/26' } });
    expect(service.matter(service.slip(statistics, 'E2')).waitsFor).toBe(statistics);
    service.clock('2026-05-08T17:30').at(new Date(Date.parse(service.now) + 1).toISOString());
    expect(service.toldAbout(statistics, 's3.12/26')).toEqual(['SM', 'K1']);
    service.clock('2026-05-08T18:00').act('K1', 'monthStatistics', 'handIn', {}, statistics);
    expect(service.matter(statistics).steps.find(({ name }) => name === 'statistics')).toMatchObject({ verdict: 'missed', open: false, marginMs: -30 * 60_000 });
  });

  it('row 3, R26: in a month that begins on a working day, that day is the first of the three', () => {
    const service = new Service().clock('2026-06-01T00:00');
    const statistics = service.statistics();
    expect(service.next(statistics)).toMatchObject({ dueAt: instant('2026-06-03T17:30') });
    service.clock('2026-06-03T17:30').act('K1', 'monthStatistics', 'handIn', {}, statistics);
    expect(service.matter(statistics).steps.find(({ name }) => name === 'statistics')).toMatchObject({ verdict: 'met', marginMs: 0 });
  });

  it('row 4, R26, R27: paid only when finance and personnel have checked; gross, tax and net add up', () => {
    const service = april();
    const statistics = service.statistics();
    const slip = service.slip(statistics, 'E2');
    service.clock('2026-05-09T09:00').act('K1', 'monthStatistics', 'handIn', {}, statistics);
    expect(service.matter(slip).owner).toBe('F1');
    expect(service.refused('K1', 'monthPay', 'checkFinance', {}, slip)).toEqual(['s3.12/26 notAllowed']);
    service.act('F1', 'monthPay', 'checkFinance', {}, slip);
    expect(service.matter(slip).owner).toBe('H1');
    expect(service.refused('K1', 'monthPay', 'pay', { tax: 405 }, slip)).toEqual(['s3.12/26 personnelCheckMissing']);
    service.act('H1', 'monthPay', 'checkPersonnel', {}, slip);
    expect(service.refused('K1', 'monthPay', 'pay', {}, slip)).toEqual(['s3.12/27 required']);
    service.act('K1', 'monthPay', 'pay', { tax: 405 }, slip);
    expect(service.matter(slip)).toMatchObject({ state: 'paid', facts: { pay: 13500, tax: 405 } });
    expect([service.total('money', 'taxOffice', 'tax'), service.total('money', 'E2', 'net')]).toEqual([405, 13095]);
  });

  it('row 7, R22: a second service by own fault earns nothing, one by the customer its coefficient', () => {
    const service = new Service().clock('2026-05-13T15:00');
    service.trip('E2', 'B', '2026-05-13', { purpose: 'secondService', cause: 'wiring' });
    expect(service.total('points', 'E2')).toBe(0);
    const other = service.trip('E2', 'B', '2026-05-13', { purpose: 'secondService', cause: 'customer' });
    expect(service.total('points', 'E2')).toBe(1);
    expect(service.matter(other).reasons['coefficient']?.citation.rule).toBe('s3.12/4');
    expect(service.refused('K1', 'serviceTrip', 'book', { engineer: 'E2', purpose: 'secondService' })).toEqual(['s3.12/21 causeMissing']);
  });

  it.each(['installation', 'wiring', 'carelessness'])('row 7, R22: %s is own fault, of every class', (cause) => {
    const service = new Service().clock('2026-05-13T15:00');
    const trip = service.trip('E2', 'A', '2026-05-13', { purpose: 'secondService', cause });
    expect(service.matter(trip)).toMatchObject({ facts: { coefficient: 0 }, reasons: { coefficient: { citation: { rule: 's3.12/22' } } } });
  });

  it('row 8, R23: an unsigned order costs 100 unless the service manager consented before it was filed', () => {
    const service = new Service().clock('2026-05-14T16:00');
    const book = (): string => service.act('K1', 'serviceTrip', 'book', { engineer: 'E4', purpose: 'commissioning' });
    const file = (trip: string): void => void service.act('K1', 'serviceTrip', 'file', { projectClass: 'B', signedOffOn: '2026-05-14' }, trip);
    const [before, none, after] = [book(), book(), book()];
    expect(service.refused('K1', 'serviceTrip', 'consent', {}, before)).toEqual(['s3.12/23 notAllowed']);
    service.act('SM', 'serviceTrip', 'consent', {}, before);
    file(before);
    expect(service.total('money', 'E4', 'reward')).toBe(0);
    file(none);
    file(after);
    expect(service.refused('SM', 'serviceTrip', 'consent', {}, after)).toEqual(['s3.12/23 wrongState']);
    expect(service.entries('money', 'E4', 'reward').map(({ amount, citation }) => [amount, citation.rule])).toEqual([[-10000, 's3.12/23'], [-10000, 's3.12/23']]);
    service.trip('E4', 'B', '2026-05-14');
    expect(service.total('money', 'E4', 'reward')).toBe(-20000);
  });

  it.each([
    ['project 1', '2026-04-10T10:00', '2026-10-10T15:00', 'missingFunction', 'spoilt'],
    ['project 2', '2026-04-30T10:00', '2026-10-10T15:00', 'customer', 'running'],
    ['one day after', '2026-04-09T10:00', '2026-10-10T15:00', 'missingFunction', 'credited'],
  ])('row 16, R21: %s, powered on %s, serviced again %s for %s: %s', (_, poweredOn, repeated, cause, state) => {
    const service = new Service().clock(poweredOn);
    const project = service.act('E1', 'builtProject', 'powerOn', { engineer: 'E1', poweredOn: instant(poweredOn) });
    service.clock(repeated).act('K1', 'serviceTrip', 'book', { engineer: 'E1', purpose: 'secondService', cause, project });
    expect(service.matter(project).state).toBe(state);
  });

  it.each([
    ['2026-04-30T10:00', '2026-10-31T00:00'],
    ['2026-08-31T10:00', '2027-03-01T00:00'],
    ['2026-12-31T10:00', '2027-07-01T00:00'],
  ])('rows 16, 17, R21: powered on %s, the half-year ends at %s and counts for the day before', (poweredOn, end) => {
    const service = new Service().clock(poweredOn);
    const project = service.act('E2', 'builtProject', 'powerOn', { engineer: 'E2', poweredOn: instant(poweredOn) });
    service.at(new Date(Date.parse(instant(end)) - 1).toISOString());
    expect(service.total('money', 'E2', 'reward')).toBe(0);
    service.clock(end);
    expect(service.matter(project).state).toBe('credited');
    const [entry] = service.entries('money', 'E2', 'reward');
    expect(entry).toMatchObject({ amount: 3000, citation: { rule: 's3.12/21' } });
    expect(entry!.at < instant(end)).toBe(true);
  });

  it('row 18, R29: an engineer sees his own slip only; the marketing centre sees it, and every look is logged', () => {
    const service = april();
    const slip = service.matter(service.slip(service.statistics(), 'E2'));
    const look = (id: string, role: string) => mayAccess(service.policy, slip, 'read', { id, kind: 'staff', name: id, roles: [role] }, service.facts(), service.now);
    expect(look('E1', 'service-engineer')).toMatchObject({ allowed: false, recorded: true, refusals: [{ citation: { rule: 's3.12/29' } }] });
    expect(look('E2', 'service-engineer')).toMatchObject({ allowed: true, recorded: true });
    expect(look('MC', 'marketing-centre')).toMatchObject({ allowed: true, recorded: true });
  });
});
