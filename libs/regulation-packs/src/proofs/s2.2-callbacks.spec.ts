import { InsuranceOffice } from './insurance-office.ts';
import { local } from './proof-policy.ts';

const plan = { topic: 'fraudulentSale', time: 'October', target: 'policies of August', content: 'what was promised', emphasis: 'benefits' };

function running(at = '10-12T14:00'): { office: InsuranceOffice; planned: string } {
  const office = new InsuranceOffice().clock(at);
  return { office, planned: office.act('S1', 'callbackPlan', 'start', plan) };
}

/** Rows 14 and 15: SM1 has D's questionnaire with a problem of the sales department. */
function answered(): { office: InsuranceOffice; callback: string; followUp: string } {
  const { office, planned } = running();
  const callback = office.act('S1', 'callback', 'plan', { plan: planned, customer: 'D', method: 'online' });
  office.clock('10-16T15:00').do('SM1', 'take', callback);
  office.do('SM1', 'record', callback, { answerText: 'promised more than the policy gives', problem: 'oversold', unit: 'sales' });
  return { office, callback, followUp: office.find('followUp', 'callback', callback) };
}

describe('S2.2, callbacks', () => {
  it('row 10, rules 38, 42, 43, 45: a plan states its four points and one of five kinds; the head of the section starts it', () => {
    const { office } = running();
    const { emphasis: _, ...without } = plan;
    expect(office.notMade('S1', 'callbackPlan', 'start', without)).toEqual(['43 required emphasis']);
    expect(office.notMade('S1', 'callbackPlan', 'start', { ...plan, topic: 'weather' })).toEqual([expect.stringMatching(/^45 .* topic$/)]);
    expect(office.notMade('CS1', 'callbackPlan', 'start', plan)).toEqual(['38 notAllowed']);
    for (const topic of ['satisfaction', 'complaintHandling', 'riskService', 'consumerProtection']) expect(office.notMade('S1', 'callbackPlan', 'start', { ...plan, topic })).toEqual([]);
  });

  it('row 10, rules 39, 40, 41: each method has its post, and neither takes the other\'s', () => {
    const { office, planned } = running();
    const task = (method: string) => office.act('S1', 'callback', 'plan', { plan: planned, customer: 'D', method });
    const [phone, onSite, online] = [task('phone'), task('onSite'), task('online')];
    expect([phone, onSite, online].map((id) => office.upNext(id))).toEqual([['take', 'CS1', '10-13T17:30', '42'], ['take', 'SA1', '10-13T17:30', '42'], ['take', 'SM1', '10-13T17:30', '42']]);
    expect(office.no('SA1', 'take', phone)).toEqual(['39 notTheServicePost']);
    expect(office.no('CS1', 'take', onSite)).toEqual(['40 notTheSalesPost']);
    expect(office.no('CS1', 'take', online)).toEqual(['41 notTheManagementPost']);
    for (const [by, id] of [['CS1', phone], ['SA1', onSite], ['SM1', online]] as const) expect(office.no(by, 'take', id)).toEqual([]);
  });

  it('row 14, rule 44: the third unanswered call, not the second, changes the method at once', () => {
    const { office, planned } = running();
    const phone = office.act('S1', 'callback', 'plan', { plan: planned, customer: 'D', method: 'phone' });
    office.do('CS1', 'take', phone);
    office.clock('10-13T11:00').do('CS1', 'attempt', phone);
    office.clock('10-14T11:00').do('CS1', 'attempt', phone);
    expect(office.matter(phone)).toMatchObject({ state: 'taken', facts: { attempts: 2 } });
    office.clock('10-15T11:00').do('CS1', 'attempt', phone);
    expect(office.matter(phone)).toMatchObject({ state: 'notReached', final: true });
    expect(office.upNext(office.find('callback', 'method', 'online'))).toEqual(['take', 'SM1', '10-16T17:30', '42']);
  });

  it('row 15, rule 47: a problem found belongs to the department whose it is, not to whoever found it, and the customer is told', () => {
    const { office, followUp } = answered();
    expect(office.upNext(followUp)).toEqual(['solve', 'SH1', '10-19T17:30', '47']);
    expect(office.no('CS1', 'solve', followUp, { solution: 'refunded' })).toEqual(['47 notAllowed']);
    office.clock('10-19T17:30').do('SH1', 'solve', followUp, { solution: 'refunded' });
    expect(office.promise(followUp, 'solve')).toMatchObject({ verdict: 'met', margin: 0 });
    expect(office.toldAbout(followUp, 's2.2/47')).toEqual(['D']);
    expect(office.refusedEffects).toEqual([]);
    expect(office.ownerless()).toEqual([]);
  });

  it('rule 47: in principle: another owner needs a reason', () => {
    const { office, followUp } = answered();
    expect(office.no('SH1', 'passOn', followUp, { unit: 'finance' })).toEqual(['47 required reason']);
    office.do('SH1', 'passOn', followUp, { unit: 'finance', reason: 'the premium was booked wrongly' });
    expect(office.matter(followUp).owner).toBe('FH1');
  });

  it('row 15, rule 46: the record has the form\'s facts, and no act removes it', () => {
    const { office, callback } = answered();
    expect(office.matter(callback)).toMatchObject({ final: true, facts: { recordedAt: local('10-16T15:00'), answerText: 'promised more than the policy gives' } });
    expect(office.no('OH1', 'delete', callback)).not.toEqual([]);
  });

  it('row 20, rule 41: the service-management post files the analysis', () => {
    const { office, planned } = running();
    expect(office.no('CS1', 'analyse', planned, { analysis: 'x' })).toEqual(['41 notAllowed']);
    office.do('SM1', 'analyse', planned, { analysis: 'oversold' });
    expect(office.matter(planned).final).toBe(true);
  });
});
