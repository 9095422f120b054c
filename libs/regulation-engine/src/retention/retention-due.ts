import { dueInstantAt, parseDue } from '@huiyin/deadline-rules';
import { plain } from '../cel/plain.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import type { CompiledRetention } from '../compile/compile-retention.ts';
import type { Citation, Matter } from '../matter/matter.ts';
import { isMatterOf, kindOfMatter } from '../run/kind-of.ts';
import type { Facts } from '../run/outcome.ts';
import { Session } from '../run/session.ts';

/** What is due for erasure: a field, or the whole matter. */
export interface Erasure {
  readonly matter: string;
  readonly kind: string;
  readonly field?: string;
  /** Since when. */
  readonly at: string;
  readonly item: string;
  readonly citation: Citation;
}

/** What of these matters is due for erasure now. Whatever another rule says to keep still, is not. Nothing that is already gone. */
export function retentionDue(policy: CompiledPolicy, matters: readonly Matter[], facts: Facts, now: string): readonly Erasure[] {
  return matters.flatMap((matter) => {
    const rules = policy.retention.filter((rule) => isMatterOf(policy, matter.kind, rule.kind));
    return rules.flatMap((rule): readonly Erasure[] => {
      const at = rule.erase === undefined ? undefined : endOf(policy, rule, rule.erase, matter, facts, now);
      if (at === undefined || at > now || isGone(matter, rule) || rules.some((other) => keeps(policy, other, rule, matter, facts, now))) return [];
      return [{ matter: matter.id, kind: matter.kind, ...(rule.field !== undefined && { field: rule.field }), at, item: rule.item, citation: rule.citation }];
    });
  });
}

function isGone(matter: Matter, { field }: CompiledRetention): boolean {
  return field === undefined ? Object.keys(matter.facts).length === 0 : matter.facts[field] === undefined;
}

/** A rule that keeps the same thing, or the whole matter, and has not run out. */
function keeps(policy: CompiledPolicy, rule: CompiledRetention, of: CompiledRetention, matter: Matter, facts: Facts, now: string): boolean {
  if (rule.keep === undefined || (rule.field !== undefined && rule.field !== of.field && of.field !== undefined)) return false;
  if (rule.keep === 'always') return true;
  const until = endOf(policy, rule, rule.keep, matter, facts, now);
  return until === undefined || until > now;
}

/** When a period runs out that counts from `after`; undefined: it has not begun. */
function endOf(policy: CompiledPolicy, rule: CompiledRetention, period: string, matter: Matter, facts: Facts, now: string): string | undefined {
  const start = startOf(policy, rule, matter, facts, now);
  if (start === undefined || period === 'always') return undefined;
  return dueInstantAt(parseDue(period), start, policy.calendar).at;
}

function startOf(policy: CompiledPolicy, { after }: CompiledRetention, matter: Matter, facts: Facts, now: string): string | undefined {
  if (after === 'end') return matter.final ? Object.values(matter.did).reduce((last, { at }) => (at > last ? at : last), matter.openedAt) : undefined;
  if ('act' in after) return matter.did[after.act]?.at;
  const at = plain(after.expression.evaluate(new Session(policy, kindOfMatter(policy, matter), matter, facts, 'act').scope(now)));
  if (typeof at !== 'string') return undefined;
  return at.length === 10 ? dueInstantAt(parseDue(at), `${at}T00:00:00.000Z`, policy.calendar, { hour: '12:00' }).at : at;
}
