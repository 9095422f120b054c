import { broken, writtenFolder } from '../testing/written-pack.ts';
import { lintPack } from './lint-pack.ts';

const duty = `  duty:
    in: intake
    rule: 1
    states: [due, done]
    final: [done]
    fields:
      carer: { type: person, optional: [open], rule: 1 }
      manager: { type: person, optional: [open], rule: 1 }
    acts:
      open: { from: [new], by: system, to: due, rule: 1 }
      finish: { from: [due], by: clerk, to: done, rule: 1 }
`;
const labels = `  kind.duty: { zh-CN: 责, en: Duty }
  state.duty.due: { zh-CN: 欠, en: Due }
  state.duty.done: { zh-CN: 毕, en: Done }
  field.duty.carer: { zh-CN: 员, en: Carer }
  field.duty.manager: { zh-CN: 理, en: Manager }
  act.duty.open: { zh-CN: 开, en: Open }
  act.duty.finish: { zh-CN: 毕, en: Finish }
  party.deskOnDuty: { zh-CN: 值, en: Desk on duty }
  party.boss: { zh-CN: 主, en: Boss }
`;

/** What lint says of the sound pack with this cycle of a duty. */
function found(cycle: string, query = '{ of: slip, take: list, max: 9, rule: 1 }') {
  const text = broken('parties:', `queries:\n  rows: ${query}\ncycles:\n  check: { every: month, open: duty, due: end, rule: 1, ${cycle} }\nparties:\n  deskOnDuty: { is: frontDesk, pick: onDuty, rule: 1 }\n  boss: { is: departmentManager, rule: 1 }`)
    .replace('kinds:\n', `kinds:\n${duty}`).replace('texts:\n', `texts:\n${labels}`);
  return lintPack(writtenFolder('x1', { 'pack.yaml': text })).filter(({ severity }) => severity === 'error').map(({ code, path, line }) => `${code} ${path}${line > 0 ? '' : ' nowhere'}`);
}

describe('lint refuses a cycle that', () => {
  it.each([
    ['nobody owes: rows that are no persons, and no act of what it opens meets it', 'for: "query:rows"', undefined, ['nobodyOwes cycles.check.for']],
    ['nobody owes: groups by what is no person', 'for: "query:rows"', '{ of: slip, per: [amount], take: count, rule: 1 }', ['nobodyOwes cycles.check.for']],
    ['names two posts of which one picks, and does not say how many duties they are', 'for: [deskOnDuty, boss]', undefined, ['ambiguousPick cycles.check.for']],
    ['is owed by somebody the opened matter knows nothing of', 'for: boss, who: "matter.ghost"', undefined, ['unknownName cycles.check.who']],
  ])('%s', (_, cycle, query, expected) => {
    expect(found(cycle, query)).toEqual(expected);
  });

  it.each([
    ['rows that are no persons, owed by whom it says', 'for: "query:rows", who: carer, set: { carer: it.openedBy }', undefined],
    ['rows that are no persons, owed by whoever does what meets it', 'for: "query:rows", met: { when: duty.finish }', undefined],
    ['members of staff', 'for: "query:rows"', '{ of: staffMember, take: list, max: 99, rule: 1 }'],
    ['groups by a person', 'for: "query:rows"', '{ of: duty, per: [manager], take: count, rule: 1 }'],
    ['persons of a ledger', 'for: "query:rows"', '{ of: ledger.points, per: [person], take: sum, rule: 1 }'],
    ['one of several posts', 'for: { of: [deskOnDuty, boss], pick: first }', undefined],
    ['a post that picks', 'for: deskOnDuty', undefined],
  ])('but lets be: %s', (_, cycle, query) => {
    expect(found(cycle, query)).toEqual([]);
  });
});
