import { refusals } from '../fixtures/repair-world.ts';
import { MOVES, openJob, tinyWorld } from '../fixtures/tiny.ts';
import type { ActDocument } from '../language/act-document.ts';

const refusedBy = (act: ActDocument) => {
  const shop = tinyWorld({ acts: MOVES, final: ['finished'] }, [{ parties: { boss: { is: 'equipment-manager', rule: 12 }, desk: { is: 'security-desk' } }, kinds: { job: { acts: { work: act, open: MOVES['open']!, finish: MOVES['finish']! }, governs: 'true' } } }]);
  openJob(shop);
  return [...refusals(shop.act('10-09 09:10', 'C1', 'J1', 'work')), ...refusals(shop.act('10-09 09:10', 'M1', 'J1', 'work'))];
};

describe('a refusal of who tried cites', () => {
  it.each<[string, ActDocument, readonly string[]]>([
    ['the act’s rule', { by: 'boss', rule: 11 }, ['notAllowed@actor p1/11']],
    ['the first of several', { by: 'boss', rule: [11, 12] }, ['notAllowed@actor p1/11']],
    ['what the persons were given', { by: { of: 'boss', rule: 14 }, rule: [11, 12] }, ['notAllowed@actor p1/14']],
    ['what excludes', { by: { of: ['boss', 'desk'], excludes: ["'M1'"], rule: 15 }, rule: 11 }, ['notAllowed@actor p1/15', 'notAllowed@actor p1/15']],
    ['of signers what they were given', { sign: [{ of: 'boss', rule: 16 }, 'desk'], rule: 11 }, ['notAllowed@actor p1/16']],
  ])('%s', (_, act, expected) => {
    expect(refusedBy(act)).toEqual(expected);
  });

  it('and other refusals go on citing the act’s first rule', () => {
    const shop = tinyWorld({ acts: { ...MOVES, work: { by: { of: "'M1'", rule: 12 }, from: ['idle'], rule: 11 } }, final: ['finished'] });
    openJob(shop);
    expect(refusals(shop.act('10-09 09:10', 'C1', 'J1', 'work'))).toEqual(['notAllowed@actor core/12', 'wrongState@gate core/11']);
  });
});
