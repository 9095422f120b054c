import type { CardIndex } from '../../cards/card-index.ts';
import { isPlanned, readPlan, type Plan } from '../../cards/plan.ts';
import { readCard } from '../../cards/read-card.ts';
import type { LoadedPack } from '../../load/load-pack.ts';
import type { PackProblem } from '../../load/pack-problem.ts';
import { carriedRules, type RuleAt } from '../rule-references.ts';
import { all, finding, type LintRule } from '../lint-subject.ts';

function againstCard(pack: LoadedPack, card: CardIndex, plan: Plan, carried: readonly RuleAt[]): readonly PackProblem[] {
  const cites = pack.document.cites ?? {};
  const words = (number: string): string | undefined => cites[number]?.words;
  const numbers = new Set(card.rules.map(({ number }) => number));
  // A pack that exists names the rules it leaves out; `all` is for cards without one.
  const planned = (number: string): boolean => plan[card.card]?.planned !== 'all' && isPlanned(plan, card.card, number);
  return [
    ...Object.keys(cites)
      .filter((rule) => /^\d/.test(rule) && !numbers.has(rule))
      .map((rule) => finding(pack, `cites.${rule}`, 'unknownRule', `card ${card.card} has no rule ${rule}`)),
    ...card.rules
      .filter(({ number }) => !planned(number) && !carried.some(({ rule }) => rule === number))
      .map(({ number }) => finding(pack, Object.hasOwn(cites, number) ? `cites.${number}` : 'cites', 'ruleWithoutItem', `no item carries rule ${number} of card ${card.card}`)),
    ...card.rules
      .filter(({ number }) => !planned(number) && !Object.hasOwn(cites, number))
      .map(({ number }) => finding(pack, 'cites', 'ruleNotCited', `rule ${number} of card ${card.card} has no entry in cites`)),
    ...card.rules
      .filter(({ number }) => Object.hasOwn(cites, number) && words(number) === undefined && carried.some(({ rule }) => rule === number))
      .map(({ number }) => finding(pack, `cites.${number}`, 'wordsMissing', `rule ${number} is carried and cites no words of its clause`)),
  ];
}

/** Each rule of the card is carried by an item and cited, unless the plan leaves it for later; no item carries a rule that the pack does not cite. */
export const coverage: LintRule = (subject) => {
  const plan = readPlan();
  return all(subject).flatMap((pack) => {
    const { document } = pack;
    const carried = carriedRules(document);
    const unknown = carried
      .filter(({ rule }) => !Object.hasOwn(document.cites ?? {}, rule))
      .map(({ path, rule }) => finding(pack, path, 'unknownRule', `rule ${rule} has no entry in cites`));
    const card = readCard(document.pack) ?? (document.variantOf === undefined ? undefined : readCard(document.variantOf));
    return card === undefined ? unknown : [...unknown, ...againstCard(pack, card, plan, carried)];
  });
};
