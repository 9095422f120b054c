import { kebab } from '@huiyin/platform-http';
import type { Locale } from '@huiyin/platform-http';
import type { KindDescription, StepState, WhyAnswer } from '@huiyin/regulation-engine';
import { writeInstant } from '../mapping/instant.ts';
import type { JsonMap } from '../mapping/write-facts.ts';
import type { PeopleById } from '../matters/people.service.ts';
import { citeOf } from '../problems/write-cite.ts';
import { labelIn } from '../schema/label.ts';

/** One clock of a matter with its verdict and its explanation. */
export function writeDeadline(step: StepState, why: WhyAnswer | undefined, kind: KindDescription, people: PeopleById, zone: string, locale: Locale): JsonMap {
  const description = kind.steps.find((candidate) => candidate.name === step.name);
  const cite = citeOf(step.citation);
  const instant = (at: string | undefined) => (at === undefined ? null : writeInstant(at, zone));
  return {
    step: step.id,
    name: kebab(step.name),
    what: description ? labelIn(description.label, locale) : kebab(step.name),
    act: kebab(step.act.split('.').at(-1) ?? step.act),
    who: step.who.map((id) => ({ id, name: people.get(id)?.name ?? id })),
    open: step.open,
    verdict: step.verdict ?? null,
    dropped: step.dropped ?? false,
    whole: step.whole ?? false,
    startedAt: instant(step.startedAt),
    dueAt: instant(step.dueAt),
    warnAt: instant(step.warnAt),
    endedAt: instant(step.endedAt),
    inclusive: step.inclusive ?? true,
    provisional: step.provisional ?? null,
    marginSeconds: step.marginMs === undefined ? null : Math.round(step.marginMs / 1000),
    rule: step.citation.rule,
    ...(cite && { cite: { ...cite } }),
    explanation: why ? { spec: why.due?.spec ?? null, lines: why.due?.lines[locale] ?? [], values: why.values.map((value) => ({ name: value.name, is: value.is as never, origin: value.origin, word: value.word ?? null, rule: value.citation.rule })) } : null,
  };
}
