import { Injectable } from '@nestjs/common';
import { kebab, problem, writeProblem } from '@huiyin/platform-http';
import type { Locale } from '@huiyin/platform-http';
import type { Refusal } from '@huiyin/regulation-engine';
import type { Caller } from '../callers/caller.ts';
import { contextOf } from '../callers/rpc-context.ts';
import { MatterClient } from '../door/matter-client.ts';
import { Policies } from '../policies/policies.service.ts';
import { refusalProblem } from '../problems/refusal-problem.ts';
import { citeOf } from '../problems/write-cite.ts';
import { actSchema } from '../schema/act-schema.ts';
import { labelIn, labelsOf } from '../schema/label.ts';

/** What the caller can do now with a matter: each act with its schema, and if it would be refused, why. */
@Injectable()
export class OpenActs {
  constructor(
    private readonly matters: MatterClient,
    private readonly policies: Policies,
  ) {}

  async of(caller: Caller, id: string, locale: Locale) {
    const reply = await this.matters.acts({ context: contextOf(caller), id });
    if (!reply.ok) throw problem('not-found');
    const [policy, kind] = await Promise.all([this.policies.get(reply.policy), this.policies.kind(reply.policy, reply.kind)]);
    const errorsOf = (act: string, refusals: readonly Refusal[]) => writeProblem(refusalProblem(policy, kind, act, refusals), { locale, instance: '', traceId: '' }).errors ?? [];
    const items = reply.acts.flatMap(({ act: name, allowed, refusals }) => {
      const act = kind.acts.find((candidate) => candidate.name === name);
      if (!act || act.systemOnly || act.creating) return [];
      const cite = citeOf(act.citation);
      return [
        {
          act: kebab(name),
          label: labelIn(act.label, locale),
          labels: labelsOf(act.label),
          method: 'POST',
          href: `/v1/${kind.plural}/${id}/${kebab(name)}`,
          allowed,
          errors: errorsOf(name, refusals),
          rule: act.citation.rule,
          ...(cite && { cite }),
          schema: actSchema(kind, act, { locale, kind, policy }),
        },
      ];
    });
    return { items, nextCursor: null };
  }
}
