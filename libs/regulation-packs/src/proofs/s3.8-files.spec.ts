import { textOf } from '@huiyin/regulation-engine';
import type { CompiledPolicy, Refusal } from '@huiyin/regulation-engine';
import { lintPack } from '../lint/lint-pack.ts';
import { CallbackHouse } from './callback-house.ts';
import { local, proofDirectory } from './proof-policy.ts';

/** Plans of non-buyers with two callbacks each, of which so many second ones are not made in time. */
function record(house: CallbackHouse, rep: string, plans: number, late: number): void {
  house.clock('09-01T09:00');
  const made = Array.from({ length: plans }, (_, index) => house.plan(house.kept(rep, `${rep}-${index}`, false), 'repOther'));
  for (const plan of made) house.reach(rep, plan);
  house.clock('09-10T09:00');
  for (const plan of made.slice(late)) house.reach(rep, plan);
  house.clock('09-17T09:00');
}

/** Row 2: R5 has 8 files and 9 of 10 callbacks in time, R2 has 12 files and 19 of 20. */
function beforeTheBatch(): CallbackHouse {
  const house = new CallbackHouse();
  for (const [rep, plans, others] of [['R5', 5, 3], ['R2', 10, 2]] as const) {
    record(house, rep, plans, 1);
    for (let index = 0; index < others; index += 1) house.customer(`${rep}-more-${index}`, 'east', rep);
  }
  return house;
}

const formatted = (policy: CompiledPolicy, refusals: readonly Refusal[]) => refusals.map(({ code, facts }) => textOf(policy, code, 'en', facts));
const proposals = (house: CallbackHouse, batch: string) => (house.matter(batch).facts['customers'] as readonly { customer: string; proposed: string }[]).map(({ customer, proposed }) => [customer, proposed]);
const reasonOf = (house: CallbackHouse, batch: string, customer: string) => house.matter(batch).reasons[`customers/${customer}.proposed`]?.citation.rule;

describe('S3.8, surveys, allocation and who may see a file', () => {
  it('is a pack that lint accepts and that carries every rule of its card', () => {
    expect(lintPack(proofDirectory('s3.8'))).toEqual([]);
  });

  it('row 1, R1, R2, R4, R5: reps and supervisors survey, with phone and consent; who surveys is the collector', () => {
    const house = new CallbackHouse().clock('09-19T10:00');
    house.customer('A');
    const { phone: _, consent: __, ...gaps } = house.survey('R1', 'A');
    expect(house.never('R1', 'healthSurvey', 'create', gaps)).toEqual(['4 required phone', '4 required consent']);
    expect(house.never('R1', 'healthSurvey', 'create', house.survey('R1', 'A', { consent: 'refused' }))).toEqual(['4 noConsent consent']);
    expect(house.never('C1', 'healthSurvey', 'create', house.survey('C1', 'A'))).toEqual(['2 notAllowed']);
    const survey = house.act('R1', 'healthSurvey', 'create', house.survey('R1', 'A'));
    expect(house.matter(survey)).toMatchObject({ state: 'signed', facts: { collector: 'R1' } });
    house.act('SS', 'healthSurvey', 'create', house.survey('SS', 'A'));
  });

  it('row 2, R6–R8, R12: the collector keeps his customer; another choice needs its reason and is the sales manager\'s', () => {
    const house = new CallbackHouse().clock('09-19T10:00');
    house.customer('A');
    const survey = house.act('R1', 'healthSurvey', 'create', house.survey('R1', 'A'));
    house.do('R1', 'handIn', {}, survey);
    const [batch] = house.all('allocation').map(({ id }) => id) as [string];
    expect(proposals(house, batch)).toEqual([['A', 'R1']]);
    expect(reasonOf(house, batch, 'A')).toBe('s3.8/8');
    expect(house.no('R2', 'allocate', { rep: 'R2' }, batch, 'A')).toEqual(['7 notAllowed', '12 otherChoiceNeedsReason reason']);
    expect(house.no('SM', 'allocate', { rep: 'R2' }, batch, 'A')).toEqual(['12 otherChoiceNeedsReason reason']);
    house.do('SM', 'allocate', { rep: 'R2', reason: 'knows the family' }, batch, 'A');
    expect(house.matter('A').facts['rep']).toBe('R2');
    expect(house.matter(batch).state).toBe('done');
  });

  it('row 2, R9–R11: region, then a fifth to new staff, then the fewest files one by one, a tie to the better share in time', () => {
    const house = beforeTheBatch().clock('09-21T09:00');
    const customers = [...Array.from({ length: 7 }, (_, index) => ({ customer: `E${index}`, region: 'east', collector: 'R9' })), ...Array.from({ length: 3 }, (_, index) => ({ customer: `W${index}`, region: 'west', collector: 'R9' }))];
    for (const { customer, region } of customers) house.customer(customer, region);
    const batch = house.act('SM', 'allocation', 'create', { customers });
    expect(proposals(house, batch)).toEqual([
      ['E0', 'R3'], ['E1', 'R3'], ['E2', 'R5'], ['E3', 'R5'], ['E4', 'R5'], ['E5', 'R5'], ['E6', 'R2'], ['W0', 'R4'], ['W1', 'R4'], ['W2', 'R4'],
    ]);
    expect(['E0', 'E2', 'E6', 'W0'].map((customer) => reasonOf(house, batch, customer))).toEqual(['s3.8/10', 's3.8/11', 's3.8/11', 's3.8/9']);
  });

  it('row 3, R14–R16: a sealed form is read once by whom the general manager names, and copied by nobody', () => {
    const house = new CallbackHouse().clock('09-21T15:00');
    house.customer('A');
    const survey = house.act('R1', 'healthSurvey', 'create', house.survey('R1', 'A'));
    house.do('R1', 'handIn', {}, survey);
    expect(house.no('R2', 'seal', {}, survey)).toEqual(['14 notAllowed']);
    house.do('CM', 'seal', {}, survey);
    expect(house.no('R2', 'read', {}, survey)).toEqual(['15 notAllowed']);
    expect(house.no('R2', 'export', {}, survey)).toEqual(['16 notAllowed']);
    expect(house.no('SM', 'permitRead', { to: 'R2', reason: 'a call' }, survey)).toEqual(['15 notAllowed']);
    house.do('GM', 'permitRead', { to: 'R2', reason: 'a call' }, survey);
    house.do('R2', 'read', {}, survey);
    expect(house.no('R2', 'read', {}, survey)).toEqual(['15 notAllowed']);
  });

  it.each([[49_99, false], [50_00, true], [500_00, true], [500_01, false]])('row 14, R37: a penalty of %i fen is allowed: %s', (amount, allowed) => {
    const house = new CallbackHouse().clock('10-15T10:00');
    const file = house.kept('R2', 'C', true);
    house.do('R2', 'reportLoss', { damage: 'lost', concerned: 'R2' }, file);
    const [penalty] = house.all('filePenalty').map(({ id }) => id) as [string];
    expect(house.no('SM', 'propose', { amount }, penalty)).toEqual(allowed ? [] : ['37 outsideRange amount']);
    if (!allowed) return;
    expect(house.matter(penalty).entries).toEqual([]);
    house.do('GM', 'decide', { amount }, penalty);
    expect(house.matter(penalty).entries).toMatchObject([{ ledger: 'money', to: 'R2', account: 'penalty', amount: -amount, citation: { rule: 's3.8/37' } }]);
  });

  it('row 14, R37: the range is named to whoever proposes beyond it', () => {
    const house = new CallbackHouse().clock('10-15T10:00');
    house.do('R2', 'reportLoss', { damage: 'lost', concerned: 'R2' }, house.kept('R2', 'C', true));
    const [penalty] = house.all('filePenalty').map(({ id }) => id) as [string];
    expect(formatted(house.policy, house.try('SM', 'filePenalty', 'propose', { amount: 4999 }, penalty).refusals)).toEqual(['The penalty lies between 5000 and 50000 fen.']);
  });

  it('rows 14, 15, R38: the person concerned makes the file good the same day, or it is missed and the sales manager told', () => {
    const house = new CallbackHouse().clock('10-15T10:00');
    const file = house.kept('R2', 'C', true);
    house.do('R2', 'reportLoss', { damage: 'lost', concerned: 'R2' }, file);
    expect(house.next(file)).toMatchObject({ act: 'makeGood', owner: 'R2', dueAt: local('10-16T00:00'), citation: { rule: 's3.8/38' } });
    house.clock('10-15T23:59:59.999');
    expect(house.toldAbout(file, 's3.8/38')).toEqual([]);
    house.clock('10-16T00:00');
    expect(house.toldAbout(file, 's3.8/38')).toContain('SM');
    house.do('R2', 'makeGood', {}, file);
    expect(house.matter(file).state).toBe('kept');
  });

  it('rows 15, 16, R39, R40, R43: a file goes to nobody outside, is read for a callback or once with the general manager\'s word, and a customer gets an extract', () => {
    const house = new CallbackHouse().clock('10-15T10:00');
    const file = house.kept('R1', 'A', true);
    expect(house.no('SM', 'forward', { recipient: 'insurer' }, file)).toEqual(['39 notAllowed']);
    expect(house.no('SM', 'export', {}, file)).toEqual(['39 notAllowed']);
    expect(house.no('MK', 'read', {}, file)).toEqual(['40 notAllowed']);
    house.do('GM', 'permitRead', { to: 'MK', reason: 'a study' }, file);
    house.do('MK', 'read', {}, file);
    expect(house.no('MK', 'read', {}, file)).toEqual(['40 notAllowed']);
    expect(house.no('A', 'read', {}, file)).toEqual(['40 notAllowed', '43 notShownToCustomer']);
    const request = house.act('A', 'dataRequest', 'create', { customer: 'A', file });
    expect(house.next(request)).toMatchObject({ act: 'approve', owner: 'GM', citation: { rule: 's3.8/43' } });
    expect(house.no('GM', 'give', {}, request)).toEqual(['43 wrongState']);
    house.do('GM', 'approve', {}, request);
    expect(house.matter(house.do('GM', 'give', {}, request)).state).toBe('given');
  });

  it('row 17, R42, R9–R11: whoever leaves hands in every file first; each is named, and his customers go on by the same principles', () => {
    const house = new CallbackHouse().clock('10-30T09:00');
    const files = [house.kept('R2', 'C', true), house.kept('R2', 'G', true)];
    for (const file of files) house.do('R2', 'draw', {}, file);
    const clearance = house.clock('10-30T16:00').act('R2', 'clearance', 'create', { person: 'R2' });
    expect(formatted(house.policy, house.try('SM', 'clearance', 'give', {}, clearance).refusals)).toEqual(['Files not handed in: DA2026-00001, DA2026-00002.']);
    for (const file of files) house.do('R2', 'giveBack', {}, file);
    house.do('SM', 'give', {}, clearance);
    expect(['C', 'G'].map((customer) => house.matter(customer).facts['rep'])).toEqual(['SM', 'SM']);
    const batch = house.all('allocation').at(-1);
    expect(batch?.facts['customers']).toMatchObject([{ customer: 'C', region: 'east' }, { customer: 'G', region: 'east' }]);
    expect(house.next(batch?.id ?? '')).toMatchObject({ act: 'allocate', owner: 'SM' });
    house.do('SM', 'allocate', { rep: 'R5', reason: 'R2 is leaving' }, batch?.id ?? '', 'C');
    expect(house.matter(house.plan('file-C', 'repBuyer')).facts['caller']).toBe('R5');
    expect(house.next(house.plan('file-C', 'repBuyer'))?.owner).toBe('R5');
    expect(house.refusedEffects).toEqual([]);
    expect(house.ownerless()).toEqual([]);
  });

  it('row 10, R34: a day with a callback made is checked by its end, or missed and the sales manager told', () => {
    const house = new CallbackHouse().clock('09-29T10:00');
    const plan = house.plan(house.kept('R1', 'A', true), 'repBuyer');
    house.reach('R1', plan);
    house.clock('09-29T11:00').reach('R1', plan);
    const [check, ...more] = house.all('dailyCheck').map(({ id }) => id);
    expect(more).toEqual([]);
    expect(house.next(check ?? '')).toMatchObject({ owner: 'D1', dueAt: local('09-30T00:00'), citation: { rule: 's3.8/34' } });
    house.clock('09-29T17:00').do('D1', 'confirm', { guidance: 'slower' }, check ?? '');
    expect(house.step(check ?? '', 'confirm').verdict).toBe('met');
    house.clock('10-01T16:00').reach('R1', plan);
    const second = house.all('dailyCheck').at(-1)?.id ?? '';
    house.clock('10-02T00:00');
    expect(house.step(second, 'confirm').verdict).toBe('missed');
    expect(house.toldAbout(second, 's3.8/34')).toContain('SM');
  });

  it('row 10, R34: so is a day on which a callback is due, also if nobody calls; one on which none is due is not', () => {
    const house = new CallbackHouse().clock('09-26T18:00');
    house.kept('R1', 'A', true);
    expect(house.clock('09-28T00:00').openCycles().filter((id) => house.matter(id).kind === 'dailyCheck')).toEqual([]);
    const [check] = house.clock('09-29T00:00').openCycles().filter((id) => house.matter(id).kind === 'dailyCheck');
    expect(house.next(check ?? '')).toMatchObject({ owner: 'D1', dueAt: local('09-30T00:00'), citation: { rule: 's3.8/34' } });
  });

  it('row 18, R41: no meeting in October is missed when it ends; the late minutes name doctor, manager and supervisor', () => {
    const house = new CallbackHouse().clock('10-01T00:00');
    const [meeting] = house.openCycles().filter((id) => house.matter(id).kind === 'serviceMeeting') as [string];
    expect(house.next(meeting)).toMatchObject({ owner: 'SM', dueAt: local('11-01T00:00'), citation: { rule: 's3.8/41' } });
    house.clock('11-01T00:00');
    expect(house.step(meeting, 'serviceMeeting').verdict).toBe('missed');
    expect(house.no('SM', 'hold', { minutes: 'm', present: ['D1', 'SM'] }, meeting)).toEqual(['41 somebodyMissing present']);
    house.do('SM', 'hold', { minutes: 'm', present: ['D1', 'SM', 'SS'] }, meeting);
    expect(house.matter(meeting).state).toBe('held');
  });

  it('row 20, R44: the pack is not brought into force without a day', () => {
    const house = new CallbackHouse();
    const draft = { packs: ['s3.8'], calendar: 'c', hash: 'h' };
    expect(house.never('GM', 'policy', 'draft', draft)).toContain('44 startDateMissing inForceFrom');
    expect(house.never('GM', 'policy', 'draft', { ...draft, inForceFrom: local('12-31T00:00') })).not.toContain('44 startDateMissing inForceFrom');
  });
});
