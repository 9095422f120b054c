import type { PackDocument, PersonsDocument } from '../../language/pack-document.ts';
import type { CycleDocument } from '../../language/step-document.ts';
import { orderOf } from '../order-of.ts';

/** A query gives matters or persons; anything else persons or a post. */
export function queryOf({ for: subjects }: Pick<CycleDocument, 'for'>): string | undefined {
  return typeof subjects === 'string' ? /^(?:query:|facts\.)([A-Za-z][A-Za-z0-9]*)$/.exec(subjects)?.[1] : undefined;
}

/** Does one matter stand for the whole post (`pick` beside it, or the one post named picks), or does each holder owe his own? */
export function isOneForThePost(packs: readonly PackDocument[], pack: string, { for: subjects }: Pick<CycleDocument, 'for'>): boolean {
  if (pickBeside(subjects) !== undefined) return true;
  const names = namesOf(subjects);
  return names.length === 1 && picks(packs, pack, names[0]!);
}

/** Posts of a list that pick one by themselves, while the list does not say whether they are one duty or several. */
export function undecidedPicks(packs: readonly PackDocument[], pack: string, { for: subjects }: Pick<CycleDocument, 'for'>): readonly string[] {
  const names = namesOf(subjects);
  return names.length > 1 && pickBeside(subjects) === undefined ? names.filter((name) => picks(packs, pack, name)) : [];
}

/** Who owes the step of what a cycle opens: as it says, else the post, else the subject; undefined: the `by` of the act that meets it. */
export function debtorOf(packs: readonly PackDocument[], pack: string, cycle: CycleDocument, act: string | undefined): PersonsDocument | undefined {
  if (cycle.who !== undefined) return cycle.who;
  if (queryOf(cycle) !== undefined) return act === undefined ? 'matter.subject' : undefined;
  return isOneForThePost(packs, pack, cycle) ? cycle.for : 'matter.subject';
}

function pickBeside(subjects: CycleDocument['for']): string | undefined {
  return typeof subjects === 'object' && !Array.isArray(subjects) ? (subjects as { readonly pick?: string }).pick : undefined;
}

function namesOf(subjects: CycleDocument['for']): readonly string[] {
  const of = typeof subjects === 'object' && !Array.isArray(subjects) ? (subjects as { readonly of: string | readonly string[] }).of : (subjects as string | readonly string[]);
  return typeof of === 'string' ? [of] : of;
}

function picks(packs: readonly PackDocument[], pack: string, name: string): boolean {
  const found = orderOf(packs, pack).map((id) => packs.find((each) => each.pack === id)?.parties?.[name]).find((party) => party !== undefined);
  return found?.pick !== undefined;
}
