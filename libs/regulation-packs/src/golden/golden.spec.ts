import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evolve } from '@huiyin/regulation-engine';
import type { Matter } from '@huiyin/regulation-engine';
import { policyHash } from '../compose/policy-hash.ts';
import { loadCore, loadPack } from '../load/load-pack.ts';
import { listCores } from '../load/pack-directory.ts';
import { listGolden, readGolden, writeGolden } from './golden-files.ts';
import { play, record } from './record.ts';

// A release may say more than was stored, never anything else.
describe.each(listGolden())('the stored history %s', (name) => {
  const { history, policy } = readGolden(name);

  it('stands under the policy that its hash names', () => {
    expect(policyHash(policy)).toBe(history.policy);
  });

  it('folds, without any policy, to the matters that were stored', () => {
    const folded = new Map<string, Matter>();
    for (const { matter, event } of history.events) folded.set(matter, evolve(folded.get(matter), event));
    expect(JSON.parse(JSON.stringify(Object.fromEntries(folded)))).toMatchObject(history.matters);
  });

  it('is decided alike: the same refusals, the same events, the same matters', () => {
    const again = play(policy, history.people, history.acts, policy.packs.at(-1)?.pack ?? '');
    expect(again.acts.map(({ refused }) => refused)).toEqual(history.acts.map(({ refused }) => refused));
    expect(again.events).toHaveLength(history.events.length);
    expect(again.events).toMatchObject(history.events);
    expect(again.matters).toMatchObject(history.matters);
  });
});

it('S2.4 has stored histories: paid, free, declined, late', () => {
  expect(listGolden()).toEqual(expect.arrayContaining(['s2.4-storyDeclined', 's2.4-storyFree', 's2.4-storyLate', 's2.4-storyPaid']));
});

it('a history that is stored is never written again', () => {
  const directory = mkdtempSync(join(tmpdir(), 'huiyin-golden-'));
  const golden = record(loadPack('s2.4').document, listCores().map((file) => loadCore(file).document), 'registered');
  writeGolden(golden, directory);
  expect(readGolden('s2.4-registered', directory)).toEqual(golden);
  expect(() => writeGolden(golden, directory)).toThrow('stays as it is');
});
