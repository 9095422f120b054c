import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder `<id>` with these files, below a fresh temporary folder. */
export function writtenFolder(id: string, files: Readonly<Record<string, string>>): string {
  const directory = join(mkdtempSync(join(tmpdir(), 'huiyin-pack-')), id);
  mkdirSync(directory);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
  return directory;
}

/** A pack `x1` that lint accepts: a kind with one act, one step, one table. Tests break one thing of it. */
export const soundPack = `language: 1
pack: x1
title: { zh-CN: 例, en: Example }
cites:
  1: { clause: "1" }
values:
  limit: { is: PT30M, word: 以内, rule: 1 }
parties:
  clerk: { is: frontDesk, rule: 1 }
kinds:
  slip:
    in: intake
    rule: 1
    states: [open, closed]
    final: [closed]
    fields:
      amount: { type: int, required: [write], min: 0, rule: 1 }
      size: { choice: [small, large], rule: 1 }
    acts:
      write: { from: [new], by: clerk, to: open, rule: 1 }
      close: { from: [open], by: clerk, to: closed, rule: 1, require: [{ that: matter.amount > 0, refuse: nothingWritten, rule: 1 }] }
    steps:
      close: { rule: 1, opens: { when: slip.write }, due: value:limit }
    tables:
      sizeOf:
        sets: size
        in: { zero: "matter.amount == 0" }
        rows:
          - { zero: true, then: small, rule: 1 }
          - { zero: false, then: large, rule: 1 }
    effects:
      - { when: slip.close, do: { tell: clerk }, rule: 1 }
    owner: [{ is: clerk, rule: 1 }]
texts:
  nothingWritten: { zh-CN: 空, en: Nothing }
  kind.slip: { zh-CN: 单, en: Slip }
  state.slip.open: { zh-CN: 开, en: Open }
  state.slip.closed: { zh-CN: 结, en: Closed }
  field.slip.amount: { zh-CN: 数, en: Amount }
  field.slip.size: { zh-CN: 大小, en: Size }
  choice.slip.size.small: { zh-CN: 小, en: Small }
  choice.slip.size.large: { zh-CN: 大, en: Large }
  act.slip.write: { zh-CN: 写, en: Write }
  act.slip.close: { zh-CN: 结, en: Close }
  step.slip.close: { zh-CN: 结, en: Close }
  value.limit: { zh-CN: 限, en: Limit }
  party.clerk: { zh-CN: 员, en: Clerk }
`;

/** The sound pack with one passage changed; throws where the passage is not there, so that no test breaks nothing. */
export function broken(passage: string, by: string): string {
  if (!soundPack.includes(passage)) throw new RangeError(`the sound pack has no ${passage}`);
  return soundPack.replace(passage, by);
}
