import type { Article } from '../cards/articles.ts';
import { ruleKinds, type CardIndex, type RuleKind } from '../cards/card-index.ts';

const editor = '# yaml-language-server: $schema=../../schema/pack.schema.json';

/** Title of a card as the languages of a pack: `Repair centre (报修服务中心)`. */
function titles(title: string): { readonly en: string; readonly zh: string } {
  const match = /^(.*?)\s*\(([^()]*\p{Script=Han}[^()]*)\)\s*$/u.exec(title);
  return { en: match?.[1] ?? title, zh: match?.[2] ?? title };
}

/** Plain where YAML reads it back as the same text, quoted elsewhere. */
const scalar = (text: string): string => (/^[\p{L}][\p{L}\p{N} ，、（）/-]*$/u.test(text) ? text : JSON.stringify(text));

/** What usually carries a rule of a kind out. */
const carriedBy: Readonly<Record<RuleKind, string>> = {
  procedure: 'acts (from, to, by), and steps for who does it next',
  deadline: 'a value with the word of its clause (values), and the step that reads it (steps, due: value:x, warn)',
  form: 'fields (required, optional), forms with their copies, the number',
  authority: 'parties, by of acts, gates, the owner',
  classification: 'a table (tables) that sets a choice; its figures stand in values',
  conduct: 'an item of a checklist (forms, items) where somebody ticks or scores it, else a note',
  money: 'a table or a gate over money fields, an effect that posts (ledger: money)',
  scoring: 'an effect that posts (ledger: points), an indicator',
  report: 'a view with its window, a cycle that opens it each period',
  callback: 'a step or a cycle that opens a callback',
  permission: 'gates, by and permit of acts, only of views',
  retention: 'retention (keep, erase, after)',
};

/** The kinds of rules a card has, with their numbers and what usually carries them. */
function guide({ rules }: CardIndex): readonly string[] {
  return ruleKinds.flatMap((kind) => {
    const numbers = rules.filter((rule) => rule.kind === kind).map(({ number }) => number);
    return numbers.length === 0 ? [] : [`# ${kind} (${numbers.join(', ')}): ${carriedBy[kind]}.`];
  });
}

/** The article the card stands on, to be taken in once its words are cited and looked up. */
function sourceLines(id: string, article: Article | undefined): readonly string[] {
  if (article === undefined) return [];
  return [
    `# Once words are cited: take this in and look them up with \`packs sources ${id} FOLDER DAY\`.`,
    '# source:',
    `#   file: ${article.file}`,
    `#   part: ${scalar(article.part)}`,
    ...(article.until === undefined ? [] : [`#   until: ${scalar(article.until)}`]),
    `#   sha256: ${article.sha256}`,
    '#   checked: the day of the look-up, as 2026-11-25',
    '',
  ];
}

function packFile(card: CardIndex, article: Article | undefined): string {
  const { en, zh } = titles(card.title);
  const width = Math.max(...card.rules.map(({ number, clause }) => `  ${number}: { clause: ${JSON.stringify(clause)} }`.length));
  return [
    editor,
    `# ${card.card} ${en}. Cite of each rule the words of its clause (words: …); \`packs sources\` proves that they stand in ${card.source}.`,
    'language: 1',
    `pack: ${card.card.toLowerCase()}`,
    `title: { zh-CN: ${scalar(zh)}, en: ${scalar(en)} }`,
    '',
    ...sourceLines(card.card.toLowerCase(), article),
    '# What the rules are about, and where in the language they usually stand (docs/packs/language.md):',
    ...guide(card),
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

/** Files of a new pack by their path in its folder: every rule of the card to be cited, where such rules usually stand, no items yet, a scenario with a comment for each row of the card. */
export function packSkeleton(card: CardIndex, article?: Article): Readonly<Record<string, string>> {
  const id = card.card.toLowerCase();
  return {
    'pack.yaml': packFile(card, article),
    'texts.yaml': `${editor}\n# Refusals and notices, as the reader meets them; names of kinds, acts, fields, steps, posts and values.\ntexts: {}\n`,
    [`scenarios/${id}.scenario.yaml`]: scenarioFile(card),
  };
}
