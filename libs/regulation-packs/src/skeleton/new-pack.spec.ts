import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planText, readPlan } from '../cards/plan.ts';
import { readCard, readCards } from '../cards/read-card.ts';
import { readPack } from '../load/load-pack.ts';
import { newPack } from './new-pack.ts';
import { packSkeleton } from './pack-skeleton.ts';

const card = { card: 'S9.9', title: 'Example (例)', source: 'x.txt', rules: [{ number: '1', clause: '4.2', kind: 'form' as const }, { number: '2', clause: '第二條', kind: 'money' as const }], rows: 2 };

function folders() {
  const root = mkdtempSync(join(tmpdir(), 'huiyin-new-'));
  const made = { packs: join(root, 'packs'), cards: join(root, 'cards') };
  for (const folder of Object.values(made)) mkdirSync(folder);
  writeFileSync(join(made.cards, 's9.9.json'), JSON.stringify(card));
  writeFileSync(join(made.cards, 'plan.json'), planText({ 'S9.10': { planned: 'all' }, 'S9.9': { planned: 'all', variantOf: 'S9.8' } }));
  return made;
}

describe('a new pack', () => {
  it('cites every rule of its card by clause, and leaves a comment for each row of the scenario', () => {
    const where = folders();
    expect(newPack('s9.9', where).map((file) => file.slice(where.packs.length))).toEqual(['/s9.9/pack.yaml', '/s9.9/texts.yaml', '/s9.9/scenarios/s9.9.scenario.yaml']);
    expect(readPack(join(where.packs, 's9.9')).pack?.document).toMatchObject({ pack: 's9.9', title: { 'zh-CN': '例', en: 'Example' }, cites: { 1: { clause: '4.2' }, 2: { clause: '第二條' }, D: {} } });
    expect(readFileSync(join(where.packs, 's9.9/pack.yaml'), 'utf8')).toMatch(/^ {2}2: \{ clause: "第二條" \} +# money$/m);
    expect(readFileSync(join(where.packs, 's9.9/pack.yaml'), 'utf8')).toContain('# money (2): a table or a gate over money fields');
    expect(readFileSync(join(where.packs, 's9.9/pack.yaml'), 'utf8')).not.toContain('# source:');
    expect(readFileSync(join(where.packs, 's9.9/scenarios/s9.9.scenario.yaml'), 'utf8')).toMatch(/steps: \[\]\n {2}# Row 1\n {2}# Row 2\n$/);
  });

  it('holds the article of its card, to be taken in when its words are looked up', () => {
    const where = folders();
    writeFileSync(join(where.cards, 'articles.json'), JSON.stringify({ 'S9.9': { file: 'x.txt', part: '第九篇', until: '完', sha256: 'ab', from: 1, to: 2, length: 1 } }));
    newPack('s9.9', where);
    const text = readFileSync(join(where.packs, 's9.9/pack.yaml'), 'utf8');
    expect(text).toContain('# source:\n#   file: x.txt\n#   part: 第九篇\n#   until: 完\n#   sha256: ab\n');
    expect(text).toContain('packs sources s9.9 FOLDER DAY');
  });

  it('plans every rule by its number and keeps the rest of the plan', () => {
    const where = folders();
    newPack('s9.9', where);
    expect(readPlan(where.cards)).toEqual({ 'S9.9': { planned: ['1', '2'], variantOf: 'S9.8' }, 'S9.10': { planned: 'all' } });
  });

  it('is refused without a card, and where the pack is there already', () => {
    const where = folders();
    expect(() => newPack('s9.8', where)).toThrow('there is no card s9.8');
    newPack('s9.9', where);
    expect(() => newPack('s9.9', where)).toThrow('the pack s9.9 is there already');
  });

  it.each(readCards().map((index) => [index.card, index] as const))('of %s can be read', (id, index) => {
    const where = { ...folders() };
    writeFileSync(join(where.cards, `${id.toLowerCase()}.json`), JSON.stringify(index));
    newPack(id.toLowerCase(), where);
    expect(readPack(join(where.packs, id.toLowerCase())).problems).toEqual([]);
    expect(Object.keys(packSkeleton(index))).toHaveLength(3);
    expect(readCard(id.toLowerCase())).toEqual(index);
  });
});

it('the cards have 772 rows in all, and the committed plan is written as `packs new` writes it', () => {
  expect(readCards().reduce((rows, index) => rows + index.rows, 0)).toBe(772);
  expect(readFileSync(new URL('../../cards/plan.json', import.meta.url), 'utf8')).toBe(planText(readPlan()));
});
