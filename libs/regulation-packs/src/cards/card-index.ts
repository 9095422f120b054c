/** The rule numbers of a card: what coverage is counted against. Stored as `cards/<id>.json`. */
export interface CardIndex {
  /** `S2.4` */
  readonly card: string;
  readonly title: string;
  readonly source: string;
  readonly rules: readonly CardRule[];
  /** Rows of the card's scenario. */
  readonly rows: number;
}

export interface CardRule {
  /** `11`; the R of some cards is dropped. */
  readonly number: string;
  readonly clause: string;
  readonly kind: RuleKind;
}

/** What a rule is about; a card may add how a rule of conduct is used, which the index leaves out. */
export const ruleKinds = [
  'procedure', 'deadline', 'form', 'authority', 'classification', 'conduct', 'money', 'scoring', 'report', 'callback', 'permission', 'retention',
] as const;
export type RuleKind = (typeof ruleKinds)[number];

/** Cells of a line of a Markdown table; a bar within back-ticks or escaped belongs to its cell. */
function cells(line: string): readonly string[] {
  return line
    .replace(/\\\|/g, '\u0000')
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.replaceAll('\u0000', '|').trim());
}

/** Bare number of the clause, without the words quoted beside it. */
const clauseNumber = (cell: string): string => cell.split(/["“「]|\s(?=\d*\p{Script=Han})/u)[0]?.trim() || cell;

/** Text below a heading, to the next. */
function section(markdown: string, name: string): string | undefined {
  return new RegExp(`^## ${name}\\b([\\s\\S]*?)(?=^## |$(?![\\s\\S]))`, 'm').exec(markdown)?.[1];
}

function kindOf(cell: string, title: string, number: string): RuleKind {
  const word = /^[a-z]+/.exec(cell)?.[0];
  const kind = ruleKinds.find((known) => known === word);
  if (kind === undefined) throw new RangeError(`${title} gives rule ${number} the unknown kind ${cell}; allowed: ${ruleKinds.join(', ')}`);
  return kind;
}

/**
 * Reads the rules of a card: the table under `## Rules` with the columns number, rule, clause, kind.
 * Only numbers, clauses and kinds are taken, never sentences; of the scenario the number of its rows.
 * @throws RangeError without such a table, for a number given twice, or for a kind that is none
 */
export function indexCard(markdown: string): CardIndex {
  const heading = /^# +(S\d+\.\d+) +(.*)$/m.exec(markdown);
  const title = heading?.[1];
  const rules = section(markdown, 'Rules');
  if (title === undefined || rules === undefined) throw new RangeError('a card begins with its id and has a section "Rules"');
  const source = /^Source: +([^\s,]+)/m.exec(markdown)?.[1] ?? '';
  const found: CardRule[] = [];
  for (const line of rules.split('\n')) {
    const row = cells(line);
    const number = /^R?(\d+[a-z]?)$/.exec(row[0] ?? '')?.[1];
    if (number === undefined) continue;
    if (found.some((rule) => rule.number === number)) throw new RangeError(`${title} numbers two rules ${number}`);
    found.push({ number, clause: clauseNumber(row.at(-2) ?? ''), kind: kindOf(row.at(-1) ?? '', title, number) });
  }
  if (found.length === 0) throw new RangeError(`${title} has no rules`);
  const rows = (section(markdown, 'Scenario') ?? '').split('\n').filter((line) => /^\d+[a-z]?$/.test(cells(line)[0] ?? '')).length;
  return { card: title, title: heading?.[2]?.trim() ?? '', source, rules: found, rows };
}
