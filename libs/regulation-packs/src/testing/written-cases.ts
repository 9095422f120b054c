/** Examples of the sound pack, in a file of their own: a stage with one clerk, and both sides of its gate. */
export const soundCases = `stages:
  desk:
    people:
      K: { roles: [front-desk] }
      N: { roles: [auditor] }
  written:
    after: desk
    acts:
      - { at: 2026-10-09T09:00, by: K, kind: slip, act: write, as: one, input: { amount: 1 } }
cases:
  - rule: 1
    name: What was written is closed by the clerk within half an hour
    stage: written
    when: { at: 2026-10-09T09:30, by: K, act: close, on: one }
    then: { state: closed, owner: K, facts: { size: large }, steps: { close: { verdict: met, margin: PT0S } } }
  - rule: 1
    name: A slip over nothing is small and is not closed
    stage: desk
    given:
      - { at: 2026-10-09T09:00, by: K, kind: slip, act: write, as: none, input: { amount: 0 } }
    when: { at: 2026-10-09T09:30, by: K, act: close, on: none }
    then: { refused: [1 nothingWritten], facts: { size: small }, state: open }
  - rule: 1
    name: Nobody else writes or closes
    stage: written
    given:
      - { by: N, kind: slip, act: write, input: { amount: 1 }, refused: [1 notAllowed] }
    when: { by: N, act: close, on: one }
    then: { refused: [1 notAllowed] }
`;

/** The sound examples with one passage changed; throws where the passage is not there. */
export function otherCases(passage: string, by: string): string {
  if (!soundCases.includes(passage)) throw new RangeError(`the sound examples have no ${passage}`);
  return soundCases.replace(passage, by);
}
