import type { KindDocument, PolicyDocument, StepDocument } from '@huiyin/regulation-engine';

/** The event that opens every promise of a kind in a policy of promises alone. */
export const PROBE = 'promiseProbe';
/** The fallback as an ordinary promise. */
export const FALLBACK_PROBE = 'fallbackProbe';

/**
 * A policy with its promises alone: each can be opened by itself, at any instant, whatever once opened it. So the engine itself says what a
 * promise would be under the policy, by its own figures, exceptions and calendar, without any condition, effect or act.
 */
export function promisesAlone(document: PolicyDocument, anchors: Anchors = 'facts'): PolicyDocument {
  return { ...document, packs: document.packs.map(({ cycles: _, indicators: __, ...pack }) => ({ ...pack, ...(pack.kinds && { kinds: mapped(pack.kinds, (kind, name) => kindAlone(kind, name, anchors)) }) })) };
}

/** Where clocks start: at the facts that the promises name, or all at the opening. */
export type Anchors = 'facts' | 'opening';

function kindAlone(kind: KindDocument, name: string, anchors: Anchors): KindDocument {
  const { effects: _, ...rest } = kind;
  const when = `${name}.${PROBE}`;
  const steps = mapped(kind.steps ?? {}, (step) => stepAlone(step, when, anchors));
  if (kind.record) return { ...rest, steps };
  return { ...rest, steps: { ...steps, [FALLBACK_PROBE]: { rule: 'fallback', opens: { when }, who: 'system', due: kind.fallback ?? 'value:fallback' } } };
}

/** Who owes it, by when, from which fact on; nothing of what begins, ends, stops or repeats it. */
function stepAlone({ opens, who, act, due, warn, whole, series, each, verdict, rule, mode }: StepDocument, when: string, anchors: Anchors): StepDocument {
  const kept = { who, act, due, warn, whole, series, each, verdict, mode };
  return { ...Object.fromEntries(Object.entries(kept).filter(([, part]) => part !== undefined)), rule, opens: { when, ...(opens.since !== undefined && anchors === 'facts' && { since: opens.since }) } };
}

function mapped<Value>(section: Readonly<Record<string, Value>>, change: (value: Value, name: string) => Value): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(section).map(([name, value]) => [name, change(value, name)]));
}
