import { Injectable } from '@nestjs/common';
import { problem } from '@huiyin/platform-http';
import type { Locale } from '@huiyin/platform-http';
import type { Matter } from '@huiyin/regulation-engine';
import type { Caller } from '../../callers/caller.ts';
import { historyOf } from '../../operators/policy-period.ts';
import { PolicyRepository } from '../../persistence/policy.repository.ts';
import { Policies } from '../policies.service.ts';
import { DraftPolicy } from './draft-policy.service.ts';
import type { Comparison } from './draft-policy.service.ts';
import { approverOnly } from './policy-roles.ts';
import { writeComparison, writePeriod } from './write-policy.ts';

/** Which policy was in force when, and what a change would do. */
@Injectable()
export class PolicyHistory {
  constructor(
    private readonly repository: PolicyRepository,
    private readonly drafting: DraftPolicy,
    private readonly policies: Policies,
  ) {}

  /** Periods, latest first. @throws ProblemError 403 for who is no member of staff */
  async page(caller: Caller, start: number, limit: number) {
    staffOnly(caller);
    const periods = [...historyOf(caller.operator)].reverse();
    const items = await Promise.all(periods.slice(start, start + limit).map(async (period) => writePeriod(period, await this.repository.get(period.hash), caller.now, caller.operator.zone)));
    return { items, ...(start + limit < periods.length && { next: start + limit }) };
  }

  /** @throws ProblemError 404 for a policy that this operator has not adopted */
  async byHash(caller: Caller, hash: string) {
    const periods = historyOf(caller.operator).filter((period) => period.hash === hash);
    const latest = periods.at(-1);
    const document = latest && caller.actor.kind !== 'customer' ? await this.repository.get(hash) : undefined;
    if (!latest || !document) throw problem('not-found');
    const { zone } = caller.operator;
    return {
      ...writePeriod(latest, document, caller.now, zone),
      inForce: hash === caller.operator.policy,
      periods: periods.map(({ matter, from, until }) => ({ id: matter, ...pickPeriod(writePeriod({ hash, matter, from, until }, undefined, caller.now, zone)) })),
      calendar: document.calendar,
      document,
    };
  }

  /** @throws ProblemError 403 for others than approvers, 409 for a change that is settled */
  async witnesses(caller: Caller, { facts, state }: Matter, locale: Locale) {
    approverOnly(caller, 'policy.witnesses');
    if (state !== 'drafted' && state !== 'consented') throw problem('conflict', { code: 'policy.settled' });
    const [before, after] = await Promise.all([this.repository.get(String(facts['previous'])), this.repository.get(String(facts['hash']))]);
    if (!before || !after) throw problem('not-found');
    const comparison = await this.drafting.compare(caller, before, after, String(facts['hash']));
    return this.write(caller, comparison, locale);
  }

  /** A comparison in the reader's language, by the words of the policy it leads to. */
  async write(caller: Caller, comparison: Comparison, locale: Locale) {
    const kinds = await this.policies.kinds(comparison.hash);
    return { hash: comparison.hash, ...writeComparison(comparison, { locale, zone: caller.operator.zone, policy: kinds.policy, kind: (name) => kinds.byName(name) }) };
  }
}

const pickPeriod = ({ standing, inForceFrom, inForceUntil }: ReturnType<typeof writePeriod>) => ({ standing, inForceFrom, inForceUntil });

function staffOnly(caller: Caller): void {
  if (caller.actor.kind === 'customer') throw problem('forbidden', { extensions: { permission: 'policy.read' } });
}
