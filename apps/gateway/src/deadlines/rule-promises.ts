import type { PackDocument, PolicyDocument, RuleReference } from '@huiyin/regulation-engine';

/** A promise or figure that a rule of a regulation makes. */
export type RulePromise =
  | { readonly item: string; readonly pack: string; readonly rule: string; readonly kind: string; readonly step: string }
  | { readonly item: string; readonly pack: string; readonly rule: string; readonly value: string };

/** Everything of a rule that leads to a due time: its steps first, then figures that none of them is counted by. */
export function promisesOfRule(document: PolicyDocument, rule: string): readonly RulePromise[] {
  const slash = rule.indexOf('/');
  const pack = document.packs.find((candidate) => candidate.pack === rule.slice(0, slash));
  return pack ? promisesIn(pack, rule.slice(slash + 1)) : [];
}

function promisesIn(pack: PackDocument, rule: string): readonly RulePromise[] {
  const about = { pack: pack.pack, rule: `${pack.pack}/${rule}` };
  const steps = Object.entries(pack.kinds ?? {}).flatMap(([kind, { steps: named = {} }]) =>
    Object.entries(named).flatMap(([step, promise]) => (carries(promise.rule, rule) ? [{ ...about, item: `${pack.pack}/kinds.${kind}.steps.${step}`, kind, step, due: JSON.stringify(promise.due ?? null) }] : [])));
  const values = Object.entries(pack.values ?? {}).flatMap(([value, figure]) => (carries(figure.rule, rule) && !steps.some(({ due }) => new RegExp(`\\bvalue:${value}\\b`).test(due)) ? [{ ...about, item: `${pack.pack}/values.${value}`, value }] : []));
  return [...steps.map(({ due: _, ...promise }) => promise), ...values];
}

function carries(reference: RuleReference, rule: string): boolean {
  return Array.isArray(reference) ? reference.map(String).includes(rule) : String(reference) === rule;
}
