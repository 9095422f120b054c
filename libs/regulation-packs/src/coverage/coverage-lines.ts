import { ruleKinds } from '../cards/card-index.ts';
import type { CardCoverage, CoveredRule } from './coverage.ts';
import { ruleStatuses, type RuleStatus } from './rule-status.ts';

/** Sections of a pack in the order they are shown in. */
const sections = ['values', 'parties', 'fields', 'acts', 'steps', 'tables', 'effects', 'owner', 'number', 'forms', 'queries', 'views', 'cycles', 'indicators', 'distributions', 'retention', 'notes', 'notBuilt'] as const;

const stands = (path: string, section: string): boolean => new RegExp(`(^|\\.)${section}(\\.|\\[|$)`).test(path);

function sectionsOf(paths: readonly string[]): readonly string[] {
  const others = paths.filter((path) => !sections.some((section) => stands(path, section))).map((path) => path.split('.')[0] ?? '');
  return [...sections.filter((section) => paths.some((path) => stands(path, section) && sections.find((first) => stands(path, first)) === section)), ...new Set(others)];
}

const count = (rules: readonly CoveredRule[], status: RuleStatus): number => rules.filter((rule) => rule.status === status).length;

function row(first: string, rules: readonly CoveredRule[]): string {
  return [first.padEnd(16), String(rules.length).padStart(6), ...ruleStatuses.map((status) => String(count(rules, status)).padStart(12))].join('');
}

const heading = (first: string): string => [first.padEnd(16), 'rules'.padStart(6), ...ruleStatuses.map((status) => status.padStart(12))].join('');

/** One line per rule of the card: number, clause, kind, status, and the sections whose items carry it; then the count. */
export function cardLines(coverage: CardCoverage): readonly string[] {
  const id = coverage.card.toLowerCase();
  const carried = coverage.rules.filter(({ paths }) => paths.length > 0).length;
  return [
    ...coverage.rules.map(({ number, clause, kind, status, paths }) => {
      const where = sectionsOf(paths).join(', ');
      return `${`${id}/${number}`.padEnd(9)} ${clause.padEnd(8)} ${kind.padEnd(14)} ${status.padEnd(10)} ${where}`.trimEnd();
    }),
    `${id}: ${carried} of ${coverage.rules.length} rules carried`,
  ];
}

/** A line per card with its totals, then the totals by kind of rule, then what is wrong. */
export function tableLines(cards: readonly CardCoverage[]): readonly string[] {
  const all = cards.flatMap(({ rules }) => rules);
  return [
    heading('card'),
    ...cards.map(({ card, rules, sameTextAs, variantOf }) => `${row(card, rules)}${sameTextAs === undefined ? '' : `   one text with ${sameTextAs}`}${variantOf === undefined ? '' : `   variant of ${variantOf}`}`),
    '',
    heading('kind'),
    ...ruleKinds.map((kind) => row(kind, all.filter((rule) => rule.kind === kind))),
    row('all', all),
    ...wrongIn(cards),
  ];
}

/** What fails: rules that no item carries and nobody plans, and entries of the plan that are out of date. */
export function wrongIn(cards: readonly CardCoverage[]): readonly string[] {
  return cards.flatMap(({ card, rules, stale }) => [
    ...rules.filter(({ status }) => status === 'missing').map(({ number }) => `${card.toLowerCase()}/${number}: no item carries this rule, and cards/plan.json does not plan it`),
    ...stale,
  ]);
}
