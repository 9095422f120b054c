import { fileURLToPath } from 'node:url';
import { checkAnswer } from './check-answer.ts';
import { findingFault } from './finding-fault.ts';
import { lookAtPolicy } from './look-at-policy.ts';
import { CalendarFault } from './policy-check.ts';
import { ThreadedPolicyCheck } from './threaded-policy-check.ts';

const RIVAL = fileURLToPath(new URL('../../../test/fixtures/rival', import.meta.url));
const parts = (more: object = {}) => ({ zone: 'Asia/Shanghai', packs: ['s2.4'], overrides: {}, calendar: { zone: 'Asia/Shanghai', hours: '08:30-17:30', country: 'CN' }, ...more });

describe('looking at a policy', () => {
  it('finds nothing against a sound one, and gives the same hash for the same content', () => {
    const [one, other] = [lookAtPolicy(parts()), lookAtPolicy(parts({ overrides: {} }))];
    expect(one.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(one.hash).toBe(other.hash);
    expect(lookAtPolicy(parts({ overrides: { 's2.4.handOverLimit': 'PT20M' } })).hash).not.toBe(one.hash);
  });

  it('finds two regulations that govern one kind, with file, line and item', () => {
    const wish = parts({ packs: ['s2.4', RIVAL] });
    const conflict = lookAtPolicy(wish).findings.find(({ code }) => code === 'conflict');
    expect(conflict).toMatchObject({ severity: 'error', file: 'rival/pack.yaml', line: expect.any(Number), item: expect.stringMatching(/^rival\/kinds\.workOrder/), message: expect.stringContaining('s2.4') });
    expect(findingFault(conflict!, { ...wish, packs: ['s2.4', 'rival'] })).toMatchObject({ pointer: '/packs/1', code: 'policy.conflict' });
  });

  it('takes two that conflict where one of them only watches: so the operator decides it', () => {
    const { findings } = lookAtPolicy(parts({ packs: ['s2.4', RIVAL], overrides: { rival: { mode: 'watch' } } }));
    expect(findings.filter(({ code }) => code === 'conflict')).toEqual([]);
  });

  it('lints again with the overrides in, and points at the override', () => {
    const wish = parts({ overrides: { 's2.4.handOverLimit': 'P180Y' } });
    const [finding] = lookAtPolicy(wish).findings;
    expect(finding).toMatchObject({ code: 'dueOutOfRange', file: 's2.4/values.yaml', item: 's2.4/values.handOverLimit.is', found: 'P180Y' });
    const fault = findingFault(finding!, wish);
    expect(fault.pointer).toBe('/overrides/s2.4.handOverLimit');
    expect([fault.message('zh-CN'), fault.message('zh-TW'), fault.message('en')]).toEqual([expect.stringMatching(/^期限超出可计算的年份 \(s2\.4\/values\.yaml:\d+:\d+ /), expect.stringMatching(/^期限超出可計算的年份/), expect.stringMatching(/^A due time leads out/)]);
  });

  it('names the field of a calendar that cannot be compiled', () => {
    expect(checkAnswer(parts({ calendar: { zone: 'Asia/Shanghai', hours: '25:00-26:00' } }))).toMatchObject({ calendar: { field: 'hours' } });
    expect(checkAnswer(parts({ packs: [`${RIVAL}/nowhere`] }))).toMatchObject({ failed: expect.any(String) });
  });
});

describe('looking in a thread of its own', () => {
  const check = new ThreadedPolicyCheck();
  it('comes to the same, and the same parts are looked at once', async () => {
    const [one, again] = await Promise.all([check.look(parts()), check.look(parts())]);
    expect(one.hash).toBe(lookAtPolicy(parts()).hash);
    expect(again).toBe(one);
  });
  it('tells a fault of the calendar as such, and an unreadable regulation as a failure', async () => {
    await expect(check.look(parts({ calendar: { zone: 'Asia/Shanghai', hours: '25:00-26:00' } }))).rejects.toBeInstanceOf(CalendarFault);
    await expect(check.look(parts({ packs: [`${RIVAL}/nowhere`] }))).rejects.toThrow(/nowhere/);
  });
});
