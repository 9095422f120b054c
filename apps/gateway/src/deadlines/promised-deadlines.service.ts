import { Injectable } from '@nestjs/common';
import type { Explanation } from '@huiyin/deadline-rules';
import { kebab } from '@huiyin/platform-http';
import { why } from '@huiyin/regulation-engine';
import type { PolicyDocument, StepState, WhyAnswer } from '@huiyin/regulation-engine';
import type { Caller } from '../callers/caller.ts';
import { writeInstant } from '../mapping/instant.ts';
import { GivenMatter } from '../policies/evaluate/evaluate-policy.body.ts';
import { promised } from '../policies/evaluate/evaluation.ts';
import { SupposedMatters } from '../policies/evaluate/supposed.service.ts';
import { Policies } from '../policies/policies.service.ts';
import { computed } from './deadline-faults.ts';
import { citationsOf } from './rule-citations.ts';
import type { Citations } from './rule-citations.ts';
import type { RulePromise } from './rule-promises.ts';
import { writeDue } from './worked-deadline.ts';

type StepPromise = Extract<RulePromise, { step: string }>;

/** When the promise of a rule would fall due, started at an instant: as the policy itself resolves it. */
@Injectable()
export class PromisedDeadlines {
  constructor(
    private readonly policies: Policies,
    private readonly supposed: SupposedMatters,
  ) {}

  /** @param given what the promise may read of its matter, such as an appointment */
  async of(caller: Caller, given: GivenMatter | undefined, promise: StepPromise, hash: string, document: PolicyDocument, start: string) {
    const kinds = await this.policies.kinds(hash);
    const kind = kinds.byName(promise.kind);
    if (!kind) return [];
    const supposed = await this.supposed.read(kinds, kind, given ?? new GivenMatter(), {}, { tenant: caller.operator.id, now: start });
    const { matter } = supposed;
    if (!matter) return [];
    const facts = await this.supposed.facts(caller, supposed, [], []);
    const alone = await this.policies.promises(hash, 'opening');
    const runs = computed('/start', () => promised(alone, matter, promise.step, facts, start));
    return runs.map((run) => {
      const explanation = why(kinds.policy, { ...matter, steps: [run] }, `dueAt:${run.id}`, facts, start);
      const open = explanation?.values.some(({ origin }) => origin === 'setting') ?? false;
      return { item: promise.item, kind: kebab(promise.kind), step: kebab(promise.step), rule: promise.rule, ...writeRun(run, explanation, caller.operator.zone, citationsOf(document, promise, open)) };
    });
  }
}

function writeRun(run: StepState, explanation: WhyAnswer | undefined, zone: string, cites: Citations) {
  const told = explanation?.due?.explanation as Explanation | undefined;
  const inclusive = run.inclusive ?? true;
  if (told && run.dueAt !== undefined) {
    const provisional = run.provisional === undefined ? {} : { provisional: { year: Number(run.dueAt.slice(0, 4)), reason: run.provisional } };
    return writeDue({ state: 'running', due: { at: run.dueAt, inclusive, ...provisional, explanation: told } }, run.startedAt, zone, cites);
  }
  return { ...writeDue({ state: 'running' }, run.startedAt, zone), dueAt: run.dueAt === undefined ? null : writeInstant(run.dueAt, zone), inclusive, spec: explanation?.due?.spec ?? null, lines: explanation?.due?.lines ?? NO_LINES };
}

const NO_LINES = { 'zh-CN': [], 'zh-TW': [], en: [] };
