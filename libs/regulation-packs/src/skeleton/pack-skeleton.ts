import type { CardIndex } from '../cards/card-index.ts';

const editor = '# yaml-language-server: $schema=../../schema/pack.schema.json';

/** Title of a card as the languages of a pack: `Repair centre (报修服务中心)`. */
function titles(title: string): { readonly en: string; readonly zh: string } {
  const match = /^(.*?)\s*\(([^()]*\p{Script=Han}[^()]*)\)\s*$/u.exec(title);
  return { en: match?.[1] ?? title, zh: match?.[2] ?? title };
}

/** Plain where YAML reads it back as the same text, quoted elsewhere. */
const scalar = (text: string): string => (/^[\p{L}][\p{L}\p{N} ，、（）/-]*$/u.test(text) ? text : JSON.stringify(text));

function packFile(card: CardIndex): string {
  const { en, zh } = titles(card.title);
  const width = Math.max(...card.rules.map(({ number, clause }) => `  ${number}: { clause: ${JSON.stringify(clause)} }`.length));
  return [
    editor,
    `# ${card.card} ${en}. Cite of each rule the words of its clause (words: …); \`packs sources\` proves that they stand in ${card.source}.`,
    'language: 1',
    `pack: ${card.card.toLowerCase()}`,
    `title: { zh-CN: ${scalar(zh)}, en: ${scalar(en)} }`,
    '',
    'cites:',
    ...card.rules.map(({ number, clause, kind }) => `${`  ${number}: { clause: ${JSON.stringify(clause)} }`.padEnd(width)}  # ${kind}`),
    '  D: { clause: operator default }',
    '',
  ].join('\n');
}

function scenarioFile(card: CardIndex): string {
  return [
    `scenario: ${JSON.stringify(card.title)}`,
    `card: ${card.card}`,
    'operator:',
    `  name: ${JSON.stringify(titles(card.title).zh)}`,
    '  zone: Asia/Shanghai',
    `  packs: [${card.card.toLowerCase()}]`,
    '  calendar: { hours: "08:30-12:00,13:30-17:30" }',
    'actors: {}',
    'given: []',
    'steps: []',
    ...Array.from({ length: card.rows }, (_, index) => `  # Row ${index + 1}`),
    '',
  ].join('\n');
}

/** Files of a new pack by their path in its folder: every rule of the card to be cited, no items yet, a scenario with a comment for each row of the card. */
export function packSkeleton(card: CardIndex): Readonly<Record<string, string>> {
  const id = card.card.toLowerCase();
  return {
    'pack.yaml': packFile(card),
    'texts.yaml': `${editor}\n# Refusals and notices, as the reader meets them; names of kinds, acts, fields, steps, posts and values.\ntexts: {}\n`,
    [`scenarios/${id}.scenario.yaml`]: scenarioFile(card),
  };
}
