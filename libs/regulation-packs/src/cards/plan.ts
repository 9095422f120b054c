import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cardDirectory } from '../load/pack-directory.ts';

/** What of a card is still to be encoded. */
export interface PlannedCard {
  /** `all`: the card has no pack yet; else the numbers of the rules that its pack leaves out for now. */
  readonly planned: 'all' | readonly string[];
  /** The same text in another seed: that card's pack carries this one too. */
  readonly sameTextAs?: string;
  /** The pack will be a variant of that card's. */
  readonly variantOf?: string;
}

/** Card (`S0.1`) → what is planned of it. Stored as `cards/plan.json`. */
export type Plan = Readonly<Record<string, PlannedCard>>;

/** The committed plan; empty where a folder has none. */
export function readPlan(directory: string = cardDirectory): Plan {
  const file = join(directory, 'plan.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Plan) : {};
}

/** Is this rule of the card planned, so that no item need carry it yet? */
export function isPlanned(plan: Plan, card: string, rule: string): boolean {
  const planned = plan[card]?.planned ?? [];
  return planned === 'all' || planned.includes(rule);
}

/** The plan as it is committed: one card a line, in natural order. */
export function planText(plan: Plan): string {
  const lines = Object.keys(plan)
    .sort((one, other) => one.localeCompare(other, 'en', { numeric: true }))
    .map((card) => `  ${JSON.stringify(card)}: ${JSON.stringify(plan[card], null, 1).replace(/\n\s*/g, ' ')}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}
