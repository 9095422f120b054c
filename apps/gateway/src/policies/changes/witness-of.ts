import type { ActDifference, ReboundDue, Rebinding, SurveyedMatter } from '@huiyin/platform-matters';
import type { PolicyDocument } from '@huiyin/regulation-engine';
import { itemsReading } from './changed-items.ts';
import type { ChangedItem } from './changed-items.ts';

/** A matter that would come out differently by a changed item, and in what. */
export interface Witness {
  readonly matter: SurveyedMatter['matter'];
  readonly due?: ReboundDue;
  readonly fact?: Rebinding['facts'][number];
  readonly act?: ActDifference;
  /** It could not be bound to the policy at all. */
  readonly refusals?: SurveyedMatter['refusals'];
}

/** The first matter that comes out differently because of an item; undefined: no open matter does. */
export function witnessOf(change: ChangedItem, surveyed: readonly SurveyedMatter[], documents: readonly PolicyDocument[]): Witness | undefined {
  const related = [change.item, ...documents.flatMap((document) => [...itemsReading(document, change.item)])];
  const concerns = (item: string | undefined): boolean => item !== undefined && related.some((each) => item === each || item.startsWith(`${each}.`) || item.startsWith(`${each}/`) || item.startsWith(`${each}[`));
  for (const { matter, rebinding, acts, refusals } of surveyed) {
    const due = rebinding?.dues.find(({ result, items }) => (result === 'moved' || result === 'dropped') && items.some(concerns));
    if (due) return { matter, due };
    const fact = rebinding?.facts.find(({ item }) => concerns(item));
    if (fact) return { matter, fact };
    const act = acts.find((difference) => concernsAct(change.item, related, matter.kind, difference));
    if (act) return { matter, act };
    if (refusals.length > 0 && change.change === 'removed' && isRegulation(change.item)) return { matter, refusals };
  }
  return undefined;
}

const isRegulation = (item: string): boolean => !item.includes('/') && item !== 'calendar' && item !== 'order';

/** An act comes out differently by itself, by who may do it, by a field it takes, or by a whole regulation that came or went. */
function concernsAct(item: string, related: readonly string[], kind: string, { act, old, new: now }: ActDifference): boolean {
  if (related.some((each) => each.endsWith(`/kinds.${kind}.acts.${act}`))) return true;
  if (/\/parties\./.test(item)) return [...old, ...now].some(({ code }) => code === 'notAllowed');
  if (item.includes(`/kinds.${kind}.fields.`)) return true;
  return isRegulation(item) && [...old, ...now].some(({ citation, code }) => citation.rule.startsWith(`${item}/`) || code === 'unknownAct');
}
