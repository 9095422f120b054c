import type { PackDocument } from '@huiyin/regulation-engine';
import type { CardIndex, CardRule } from '../cards/card-index.ts';
import { isPlanned, type Plan } from '../cards/plan.ts';
import { statusesOf, type RuleStatus } from './rule-status.ts';

export interface CoveredRule extends CardRule {
  readonly status: RuleStatus;
  /** Items that carry it: `kinds.workOrder.steps.handOver.rule`. */
  readonly paths: readonly string[];
}

export interface CardCoverage {
  readonly card: string;
  /** The pack that carries it: its own, or that of the card with the same text. */
  readonly pack?: string;
  readonly sameTextAs?: string;
  readonly variantOf?: string;
  readonly rules: readonly CoveredRule[];
  /** Entries of the plan that are out of date: rules that are carried by now, rules that the card has not. */
  readonly stale: readonly string[];
}

/** Where each rule of a card stands. `packs` gives a pack by id, undefined where there is none. */
export function coverCard(card: CardIndex, plan: Plan, packs: (id: string) => PackDocument | undefined): CardCoverage {
  const planned = plan[card.card];
  const pack = packs(card.card.toLowerCase()) ?? (planned?.sameTextAs === undefined ? undefined : packs(planned.sameTextAs.toLowerCase()));
  const carried = pack === undefined ? new Map<never, never>() : statusesOf(pack);
  const rules = card.rules.map((rule): CoveredRule => {
    const found = carried.get(rule.number);
    if (found !== undefined) return { ...rule, ...found };
    const waits = isPlanned(plan, card.card, rule.number) && !(pack !== undefined && planned?.planned === 'all');
    return { ...rule, status: waits ? 'planned' : 'missing', paths: [] };
  });
  return {
    card: card.card,
    ...(pack !== undefined && { pack: pack.pack }),
    ...(planned?.sameTextAs !== undefined && { sameTextAs: planned.sameTextAs }),
    ...(planned?.variantOf !== undefined && { variantOf: planned.variantOf }),
    rules,
    stale: staleEntries(card, planned?.planned ?? [], pack !== undefined, carried),
  };
}

function staleEntries(card: CardIndex, planned: 'all' | readonly string[], hasPack: boolean, carried: ReadonlyMap<string, unknown>): readonly string[] {
  if (planned === 'all') return hasPack ? [`${card.card} has a pack: the plan names the rules that it leaves out, not all`] : [];
  return planned.flatMap((number) => {
    if (!card.rules.some((rule) => rule.number === number)) return [`the plan names rule ${number}, which ${card.card} has not`];
    return carried.has(number) ? [`the plan names rule ${number} of ${card.card}, which is carried by now`] : [];
  });
}
