import type { MatterHead } from '@huiyin/contracts-kernel';
import { kebab } from '@huiyin/platform-http';
import type { Locale } from '@huiyin/platform-http';
import type { KindDescription, NextStep } from '@huiyin/regulation-engine';
import { writeInstant } from '../mapping/instant.ts';
import { writeFacts } from '../mapping/write-facts.ts';
import type { JsonMap } from '../mapping/write-facts.ts';
import { citeOf } from '../problems/write-cite.ts';
import { labelIn } from '../schema/label.ts';
import type { PeopleById, PersonCard } from './people.service.ts';

/** Whose owner and next step a head shows: its own, or those of the matter it waits for. */
export interface Bearer {
  readonly owner?: string;
  readonly next?: NextStep;
  /** The kind whose step it is, for the step's label. */
  readonly kind: KindDescription;
  /** The matter that is waited for. */
  readonly matter?: string;
}

/** The next step: what, by when, by which rule. */
export function writeNextStep(bearer: Bearer, zone: string, locale: Locale): JsonMap | null {
  const { next, kind } = bearer;
  if (!next) return null;
  const step = kind.steps.find((candidate) => candidate.name === next.what || candidate.name === next.step);
  const act = kind.acts.find((candidate) => candidate.name === next.act);
  const label = step?.label ?? act?.label;
  const cite = citeOf(next.citation);
  return {
    what: label ? labelIn(label, locale) : kebab(next.what),
    step: kebab(next.step),
    act: kebab(next.act.split('.').at(-1) ?? next.act),
    ...(bearer.matter !== undefined && { matter: bearer.matter }),
    ...(next.dueAt !== undefined && { dueAt: writeInstant(next.dueAt, zone) }),
    ...(next.warnAt !== undefined && { warnAt: writeInstant(next.warnAt, zone) }),
    rule: next.citation.rule,
    ...(cite && { cite: { ...cite } }),
  };
}

const card = (id: string | undefined, people: PeopleById): JsonMap | null => {
  if (id === undefined) return null;
  const known: PersonCard = people.get(id) ?? { id, name: id };
  return { id: known.id, name: known.name, ...(known.role !== undefined && { role: known.role }) };
};

/** A matter as the API answers with it: the same head for every kind, then its fields. */
export function writeHead(head: Pick<MatterHead, 'matter' | 'version'>, kind: KindDescription, bearer: Bearer, people: PeopleById, zone: string, locale: Locale): JsonMap {
  const { matter, version } = head;
  const { core, packed } = writeFacts(kind, matter.facts, zone);
  return {
    ...core,
    id: matter.id,
    number: matter.number ?? null,
    kind: kebab(matter.kind),
    state: kebab(matter.state),
    version,
    owner: card(bearer.owner, people),
    firstContact: card(matter.firstContact, people),
    nextStep: writeNextStep(bearer, zone, locale),
    openedAt: writeInstant(matter.openedAt, zone),
    policyVersion: matter.policy,
    final: matter.final,
    fields: packed,
  };
}
