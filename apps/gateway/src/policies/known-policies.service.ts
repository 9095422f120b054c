import { Injectable } from '@nestjs/common';
import { problem } from '@huiyin/platform-http';
import type { Caller } from '../callers/caller.ts';
import { contextOf } from '../callers/rpc-context.ts';
import { MatterClient } from '../door/matter-client.ts';
import { historyOf } from '../operators/policy-period.ts';

/** Which policies an operator knows: adopted, or drafted for all who may read the draft. Those of others are not there. */
@Injectable()
export class KnownPolicies {
  constructor(private readonly matters: MatterClient) {}

  /** One to look through a question with; left out: the one in force. @throws ProblemError 404 */
  async forEvaluation(caller: Caller, hash: string | undefined): Promise<string> {
    if (caller.actor.kind === 'customer') throw problem('forbidden', { extensions: { permission: 'policy.evaluate' } });
    if (hash === undefined || historyOf(caller.operator).some((period) => period.hash === hash)) return hash ?? caller.operator.policy;
    const { items } = await this.matters.list('gateway', { context: contextOf(caller), kind: 'policy', filter: { hash }, sort: '-openedAt', limit: 1 });
    if (items.length === 0) throw problem('not-found');
    return hash;
  }

  /** Adopted, and in force from now or before. */
  begun({ operator, now }: Caller, hash: string): boolean {
    return historyOf(operator).some((period) => period.hash === hash && period.from <= now);
  }
}
