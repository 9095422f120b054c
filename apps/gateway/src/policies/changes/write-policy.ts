import type { Locale } from '@huiyin/platform-http';
import type { CompiledPolicy, KindDescription, PolicyDocument } from '@huiyin/regulation-engine';
import type { SurveyedMatter } from '@huiyin/platform-matters';
import { kebab } from '@huiyin/platform-http';
import { writeInstant } from '../../mapping/instant.ts';
import type { ClosedPeriod } from '../../operators/policy-period.ts';
import { labelsOf } from '../../schema/label.ts';
import type { Comparison } from './draft-policy.service.ts';
import { witnessOf } from './witness-of.ts';
import type { Witness } from './witness-of.ts';
import { writeChangedFact, writeReasons, writeReboundDue } from './write-witnesses.ts';

/** Dues told one by one; all are counted. */
const DUES_SHOWN = 200;
const ORDER = ['moved', 'dropped', 'paused', 'judged', 'kept'];

/** A policy in the operator's history: from when on it is, was or will be in force. */
export function writePeriod({ hash, matter, from, until }: ClosedPeriod, document: PolicyDocument | undefined, now: string, zone: string) {
  const overtaken = until !== undefined && until <= from;
  const standing = overtaken ? 'overtaken' : from > now ? 'coming' : until !== undefined && until <= now ? 'ended' : 'in-force';
  return { hash, id: matter, standing, inForceFrom: writeInstant(from, zone), inForceUntil: until === undefined ? null : writeInstant(until, zone), packs: (document?.packs ?? []).map(({ pack, title }) => ({ pack, titles: labelsOf(title) })), overrides: document?.overrides ?? {} };
}

export interface ComparisonReader {
  readonly locale: Locale;
  readonly zone: string;
  readonly policy: CompiledPolicy;
  readonly kind: (name: string) => KindDescription | undefined;
}

/** What a change of policy would do: each changed item with a witness, each open due kept or moved. Nothing of it has happened. */
export function writeComparison({ changes, survey, documents }: Comparison, reader: ComparisonReader) {
  const dues = survey.matters.flatMap(({ matter, rebinding }) => (rebinding?.dues ?? []).map((due) => ({ matter, due }))).sort((one, other) => ORDER.indexOf(one.due.result) - ORDER.indexOf(other.due.result));
  return {
    changes: changes.map((change) => {
      const witness = witnessOf(change, survey.matters, documents);
      return { item: change.item, change: change.change, old: change.old ?? null, new: change.new ?? null, rule: change.rule ?? null, witness: witness ? writeWitness(witness, reader) : null };
    }),
    dues: dues.slice(0, DUES_SHOWN).map(({ matter, due }) => ({ matter: writeMatter(matter), ...writeReboundDue(due, reader.kind(matter.kind), reader) })),
    looked: { matters: survey.looked, complete: survey.complete, duesShown: Math.min(dues.length, DUES_SHOWN), ...survey.counts },
  };
}

const writeMatter = ({ id, kind, number, state }: SurveyedMatter['matter']) => ({ id, kind: kebab(kind), number: number ?? null, state: kebab(state) });

function writeWitness({ matter, due, fact, act, refusals }: Witness, reader: ComparisonReader) {
  const kind = reader.kind(matter.kind);
  return {
    matter: writeMatter(matter),
    ...(due && { due: writeReboundDue(due, kind, reader) }),
    ...(fact && { fact: writeChangedFact(fact, kind, reader.zone) }),
    ...(act && { act: { act: kebab(act.act), person: act.person, old: writeReasons(act.old, reader.policy, reader.locale), new: writeReasons(act.new, reader.policy, reader.locale) } }),
    ...(refusals && { refusals: writeReasons(refusals, reader.policy, reader.locale) }),
  };
}
