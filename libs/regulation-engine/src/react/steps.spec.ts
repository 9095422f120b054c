import { at, STAFF } from '../fixtures/repair-world.ts';
import { refresh } from '../run/refresh.ts';
import { MOVES, openJob, runs, tinyWorld } from '../fixtures/tiny.ts';
import type { ActDocument } from '../language/act-document.ts';
import type { KindDocument } from '../language/pack-document.ts';
import type { StepDocument } from '../language/step-document.ts';
import { nextAlarmAt } from '../settle/next-alarm.ts';
import { nextStep } from '../settle/next-step.ts';
import { why } from '../why/why.ts';

const fields: KindDocument['fields'] = {
  flag: { type: 'bool', optional: ['work', 'go', 'stop'] },
  since: { type: 'instant', typed: 'past', optional: ['open', 'work'] },
  parts: { type: 'lines', key: 'sku', max: 9, of: { fitted: 'bool' }, optional: ['open', 'work'] },
  who: { type: 'person', optional: ['open', 'work'] },
};
const world = (steps: Record<string, Omit<StepDocument, 'rule'>>, more: Partial<KindDocument> = {}) =>
  tinyWorld({ fields, acts: { ...MOVES, fit: { by: 'anyone', line: 'parts' } }, final: ['finished'], resting: ['idle'], ...more, steps: Object.fromEntries(Object.entries(steps).map(([name, step]) => [name, { rule: 1, ...step }])) as never });

describe('the life of a step', () => {
  it('opens by its event, is ended by its act, and is not opened again', () => {
    const shop = world({ work: { opens: { when: 'open' }, due: 'PT1H' } });
    openJob(shop);
    shop.act('10-09 10:00', 'C1', 'J1', 'work');
    shop.act('10-09 10:05', 'C1', 'J1', 'work');
    expect(runs(shop, 'work')).toEqual([{ id: 'work', open: false, verdict: 'met' }]);
  });

  it('runs anew with its own verdict where an event reopens it', () => {
    const shop = world({ work: { opens: { when: 'open' }, due: 'PT1H', reopens: 'go' } });
    openJob(shop);
    shop.act('10-09 11:00', 'C1', 'J1', 'work');
    shop.act('10-09 11:10', 'C1', 'J1', 'go');
    expect(runs(shop, 'work')).toEqual([{ id: 'work', open: false, verdict: 'missed' }, { id: 'work#2', open: true }]);
  });

  it('counts the same run from a new anchor where an event restarts it', () => {
    const shop = world({ work: { opens: { when: 'open' }, due: 'PT1H', restarts: 'go' } });
    openJob(shop);
    shop.act('10-09 09:30', 'C1', 'J1', 'go');
    expect(shop.matter('J1').steps).toMatchObject([{ id: 'work', startedAt: at('10-09 09:30'), dueAt: at('10-09 10:30'), restarts: [{ at: at('10-09 09:30'), from: at('10-09 10:00'), citation: { rule: expect.any(String) } }] }]);
  });

  it('is opened by a rising edge, dropped by a falling one, opened again by the next', () => {
    const shop = world({ work: { opens: { becomes: 'matter.flag == true' }, due: 'PT1H' } });
    openJob(shop);
    shop.act('10-09 09:10', 'C1', 'J1', 'go', { flag: true });
    shop.act('10-09 09:15', 'C1', 'J1', 'go', { flag: true });
    shop.act('10-09 09:20', 'C1', 'J1', 'go', { flag: false });
    shop.act('10-09 09:30', 'C1', 'J1', 'go', { flag: true });
    expect(runs(shop, 'work')).toEqual([{ id: 'work', open: false, dropped: true }, { id: 'work#2', open: true }]);
  });

  it('is done, not dropped, where one event does both', () => {
    const shop = world({ work: { opens: { becomes: 'matter.flag == true' }, done: 'stop', drops: 'stop', due: 'PT1H' } });
    openJob(shop);
    shop.act('10-09 09:10', 'C1', 'J1', 'go', { flag: true });
    shop.act('10-09 09:20', 'C1', 'J1', 'stop', { flag: false });
    expect(runs(shop, 'work')).toEqual([{ id: 'work', open: false, verdict: 'met' }]);
  });

  it('is judged at once where it began before its opening and the same event ends it', () => {
    const shop = world({ work: { opens: { when: 'work', since: 'matter.since' }, done: 'work', due: 'PT1H' } });
    openJob(shop, { since: at('10-09 08:00') });
    shop.act('10-09 09:30', 'C1', 'J1', 'work');
    expect(shop.matter('J1').steps.find(({ id }) => id === 'work')).toMatchObject({ open: false, verdict: 'missed', marginMs: -30 * 60_000 });
  });

  it('is missed after its inclusive due, once, and stays missed when done late', () => {
    const shop = world({ work: { opens: { when: 'open' }, due: 'PT1H' } });
    openJob(shop);
    expect(nextAlarmAt(shop.matter('J1'))).toBe('2026-10-09T02:00:00.001Z');
    shop.alarm('10-09 10:00', 'J1');
    expect(runs(shop, 'work')).toEqual([{ id: 'work', open: true }]);
    shop.alarm('10-09 10:01', 'J1');
    shop.alarm('10-09 10:02', 'J1');
    expect(nextAlarmAt(shop.matter('J1'))).toBeUndefined();
    shop.act('10-09 10:30', 'C1', 'J1', 'work');
    expect(runs(shop, 'work')).toEqual([{ id: 'work', open: false, verdict: 'missed' }]);
    expect(shop.histories.get('J1')!.filter(({ type }) => type === 'job.work.missed')).toHaveLength(1);
  });

  it('warns once before the due', () => {
    const shop = world({ work: { opens: { when: 'open' }, warn: 'PT30M', due: 'PT1H' } });
    openJob(shop);
    shop.alarm('10-09 09:45', 'J1');
    shop.alarm('10-09 09:50', 'J1');
    expect(shop.histories.get('J1')!.filter(({ type }) => type === 'job.work.warned')).toMatchObject([{ at: at('10-09 09:30') }]);
  });

  it('neither misses nor is next while silent, and says reached', () => {
    const shop = world({ earn: { opens: { when: 'open' }, verdict: 'none', act: 'work', due: 'PT1H' }, work: { opens: { when: 'open' }, due: 'PT2H' } });
    openJob(shop);
    expect(nextStep(shop.matter('J1'))?.step).toBe('work');
    shop.alarm('10-09 10:30', 'J1');
    expect(runs(shop, 'earn')).toEqual([{ id: 'earn', open: false, verdict: 'reached' }]);
  });

  it('opens members of a series together; one contact ends the earliest begun', () => {
    const shop = world({ call: { opens: { when: 'open' }, act: 'work', series: [{ due: 'P3D' }, { due: 'P30D' }] } });
    openJob(shop);
    shop.act('10-10 10:00', 'C1', 'J1', 'work');
    shop.act('10-10 11:00', 'C1', 'J1', 'work');
    expect(runs(shop, 'call')).toEqual([{ id: 'call[0]', open: false, verdict: 'met' }, { id: 'call[1]', open: true }]);
    shop.act('10-20 10:00', 'C1', 'J1', 'work');
    expect(runs(shop, 'call')[1]).toEqual({ id: 'call[1]', open: false, verdict: 'met' });
  });

  it.each<[string, StepDocument['warn'], readonly string[]]>([
    ['counted from where the member’s window begins', 'PT10H', ['10-09 19:00', '10-13 10:00']],
    ['a value, likewise', 'value:ahead', ['10-10 09:00', '10-14 00:00']],
    ['so long before the member’s due', { before: { of: 'due', by: 'P1D' } }, ['10-12 00:00', '11-08 00:00']],
    ['so long before the member’s due, by a value', { before: { of: 'due', by: 'value:ahead' } }, ['10-12 00:00', '11-08 00:00']],
  ])('warns of each member of a series by itself: %s', (_, warn, expected) => {
    const shop = tinyWorld({ fields, acts: MOVES, final: ['finished'], steps: { call: { rule: 1, opens: { when: 'open' }, act: 'work', warn: warn!, series: [{ due: 'P3D' }, { due: 'P30D' }] } } }, [{ values: { ahead: { is: 'PT24H', rule: 1 } } }].map((pack) => pack));
    expect(shop.policy.problems).toEqual([]);
    openJob(shop);
    expect(shop.matter('J1').steps.filter(({ name }) => name === 'call').map(({ warnAt }) => warnAt)).toEqual(expected.map(at));
    shop.alarm(expected[0]!, 'J1');
    expect(shop.matter('J1').steps.filter(({ warned }) => warned).map(({ id }) => id)).toEqual(['call[0]']);
  });

  it('calls a further contact inside a window extra', () => {
    const shop = world({ call: { opens: { when: 'open' }, act: 'work', series: [{ due: 'P3D' }, { due: 'P30D' }] } });
    openJob(shop);
    shop.act('10-10 10:00', 'C1', 'J1', 'work');
    expect(shop.act('10-10 11:00', 'C1', 'J1', 'work').events.map(({ type }) => type)).toEqual(['job.work', 'job.call.extra']);
  });

  it('opens a step that counts from the day then beginning, while the event at an exclusive end counts for the day that ended', () => {
    const shop = world({ day: { opens: { when: 'open' }, act: 'work', due: 'end of day' }, next: { opens: { when: 'day.missed' }, act: 'work', due: 'P1D' } }, { effects: [{ when: 'day.missed', do: { post: { ledger: 'points', to: 'event.who', amount: '-1', on: 'businessDate' }, rule: 4 } }] });
    openJob(shop);
    shop.alarm('10-10 00:00', 'J1');
    expect(shop.matter('J1').entries).toMatchObject([{ at: '2026-10-09', to: 'DK1' }]);
    expect(shop.matter('J1').steps.find(({ name }) => name === 'next')).toMatchObject({ startedAt: at('10-10 00:00'), dueAt: at('10-12 00:00') });
  });

  it('passes to whoever stands in when its debtor goes away', () => {
    const people = STAFF.map((person) => (person.id === 'T1' ? { ...person, absences: [{ from: at('10-09 09:30'), to: at('10-10 00:00'), deputy: 'TL2' }] } : person));
    const shop = tinyWorld({ fields, acts: MOVES, final: ['finished'], steps: { work: { rule: 1, opens: { when: 'open' }, who: 'who', act: 'finish', due: 'PT8H' } } }, [], people);
    openJob(shop, { who: 'T1' });
    shop.act('10-09 10:00', 'C1', 'J1', 'work');
    expect(nextStep(shop.matter('J1'))?.owner).toBe('TL2');
    expect(refresh(shop.policy, { ...shop.matter('J1'), steps: shop.matter('J1').steps.map((step) => ({ ...step, who: ['T1'] })) }, shop.facts, at('10-09 10:01')).events).toMatchObject([{ type: 'job.refreshed', owner: 'TL2' }]);
  });

  it('runs once per line, and an act on a line ends that line’s', () => {
    const shop = world({ fit: { opens: { when: 'open' }, each: 'parts', due: 'PT1H' } });
    openJob(shop, { parts: [{ sku: 'a' }, { sku: 'b' }] });
    shop.act('10-09 09:30', 'C1', 'J1', 'fit', { fitted: true }, { line: 'b' });
    expect(runs(shop, 'fit')).toEqual([{ id: 'fit/a', open: true }, { id: 'fit/b', open: false, verdict: 'met' }]);
  });

  it('moves the due by what was paused, and rings no alarm meanwhile', () => {
    const shop = world({ work: { opens: { when: 'open' }, pausedWhile: 'matter.flag == true', due: 'PT1H' } });
    openJob(shop);
    shop.act('10-09 09:30', 'C1', 'J1', 'go', { flag: true });
    expect(nextAlarmAt(shop.matter('J1'))).toBeUndefined();
    shop.act('10-09 11:00', 'C1', 'J1', 'go', { flag: false });
    expect(shop.matter('J1').steps[0]).toMatchObject({ open: true, dueAt: at('10-09 11:30'), pauses: [{ from: at('10-09 09:30'), to: at('10-09 11:00') }] });
  });

  it('takes an earliest of limit and appointment, leaving out what is absent or past', () => {
    const due = { earliest: ['PT4H', 'matter.since'] };
    const shop = world({ work: { opens: { when: 'open' }, due } });
    openJob(shop);
    expect(shop.matter('J1').steps[0]?.dueAt).toBe(at('10-09 13:00'));
    const other = world({ work: { opens: { when: 'open' }, due } });
    openJob(other, { since: at('10-09 08:00') });
    expect(other.matter('J1').steps[0]?.dueAt).toBe(at('10-09 13:00'));
  });

  it('is owed by whoever its fact names now', () => {
    const shop = world({ work: { opens: { when: 'open' }, who: 'who', act: 'finish', due: 'PT1H' } });
    openJob(shop, { who: 'T1' });
    expect(nextStep(shop.matter('J1'))?.owner).toBe('T1');
    shop.act('10-09 09:10', 'C1', 'J1', 'work', { who: 'TL1' });
    expect(nextStep(shop.matter('J1'))?.owner).toBe('TL1');
  });

  it('a limit on the whole is never the next step, tells the owner when missed, and is kept by the end', () => {
    const shop = world({ all: { opens: { when: 'open' }, whole: true, due: 'PT8H' }, work: { opens: { when: 'open' }, due: 'PT1H' } });
    openJob(shop);
    expect(nextStep(shop.matter('J1'))?.step).toBe('work');
    shop.act('10-09 09:30', 'C1', 'J1', 'finish');
    expect(runs(shop, 'all')).toEqual([{ id: 'all', open: false, verdict: 'met' }]);
    expect(runs(shop, 'work')).toEqual([{ id: 'work', open: false, dropped: true }]);
  });
});

describe('the fallback', () => {
  it('covers a state in which nothing can be done, by default until the next working day’s close', () => {
    const shop = world({});
    openJob(shop);
    expect(nextStep(shop.matter('J1'))).toMatchObject({ step: 'fallback', owner: 'C1', dueAt: at('10-10 17:30'), citation: { rule: 'core/fallback' } });
  });

  it.each<[string, Record<string, ActDocument>, object, object]>([
    ['the first act that its owner may do', { stop: { by: 'boss', from: ['open'], to: 'idle' }, go: { by: 'anyone', from: ['open'], to: 'open' } }, { act: 'go', who: ['C1'] }, {}],
    ['what only his superior’s superior may do, to him', { stop: { by: "'M9'", from: ['open'], to: 'idle' } }, { act: 'stop', who: ['M9'] }, { insteadOf: 'C1' }],
    ['what nobody above may do, to the owner still', { stop: { by: "'T1'", from: ['open'], to: 'idle' } }, { act: 'stop', who: ['C1'] }, { nobodyMay: true }],
    ['an act whose by cannot be evaluated, to nobody else', { stop: { by: 'superiorOf(matter.who)', from: ['open'], to: 'idle' }, go: { by: 'anyone', from: ['open'], to: 'open' } }, { act: 'go', who: ['C1'] }, {}],
    ['nothing where no act leads on', {}, { act: '', who: ['C1'] }, {}],
  ])('offers %s', (_, acts, expected, inputs) => {
    const people = [...STAFF.map((person) => (person.id === 'DM1' ? { ...person, superior: 'M9' } : person)), { id: 'M9', name: 'General', roles: ['general-manager'] }];
    const { open, finish } = MOVES;
    const shop = tinyWorld({ fields, acts: { open: open!, finish: finish!, ...acts }, final: ['finished'] }, [{ parties: { boss: { is: 'equipment-manager' } } }], people);
    openJob(shop);
    const run = shop.matter('J1').steps.find(({ name }) => name === 'fallback')!;
    expect(run).toMatchObject(expected);
    expect(why(shop.policy, shop.matter('J1'), 'dueAt:fallback', shop.facts, at('10-09 09:01'))!.inputs).toMatchObject(inputs);
    expect('insteadOf' in run.why || 'nobodyMay' in run.why).toBe(Object.keys(inputs).length > 0);
  });

  it('stands behind a promise that is due at the same time', () => {
    const shop = world({ work: { opens: { when: 'open' }, due: 'P1WD at 17:30' } }, { acts: { ...MOVES, work: { by: 'anyone', from: ['idle'], to: 'idle', rule: 'move' } }, resting: [] });
    openJob(shop);
    expect(runs(shop, 'fallback')).toHaveLength(1);
    expect(nextStep(shop.matter('J1'))).toMatchObject({ step: 'work', dueAt: at('10-10 17:30') });
  });

  it('ends when the matter moves on, and begins anew', () => {
    const shop = world({}, { resting: [] });
    openJob(shop);
    shop.act('10-09 10:00', 'C1', 'J1', 'stop');
    expect(runs(shop, 'fallback')).toEqual([{ id: 'fallback', open: false, verdict: 'met' }, { id: 'fallback#2', open: true }]);
  });

  it('is not needed in a resting or final state', () => {
    const shop = world({});
    openJob(shop);
    shop.act('10-09 10:00', 'C1', 'J1', 'stop');
    expect(runs(shop, 'fallback')).toEqual([{ id: 'fallback', open: false, verdict: 'met' }]);
    expect(nextStep(shop.matter('J1'))).toBeUndefined();
  });

  it('is dropped where a step opens that can be done in the state', () => {
    const shop = world({ finish: { opens: { when: 'work' }, due: 'PT1H' } });
    openJob(shop);
    shop.act('10-09 10:00', 'C1', 'J1', 'work');
    expect(nextStep(shop.matter('J1'))?.step).toBe('finish');
    expect(runs(shop, 'fallback')).toMatchObject([{ open: false }]);
  });
});
