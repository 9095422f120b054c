import { Injectable } from '@nestjs/common';
import { nextStep } from '@huiyin/regulation-engine';
import type { Matter } from '@huiyin/regulation-engine';
import type { Caller } from '../callers/caller.ts';
import { systemContext } from '../callers/rpc-context.ts';
import { MatterClient } from '../door/matter-client.ts';
import { MatterIndexRepository } from '../persistence/matter-index.repository.ts';
import { Policies } from '../policies/policies.service.ts';
import type { WrittenHead } from './matter-answers.service.ts';
import type { Bearer } from './write-head.ts';

/** A waiting matter may wait for one that waits itself; longer chains are a defect of the packs. */
const LONGEST_WAIT = 3;
type Find = (id: string) => Promise<Matter | undefined>;

/** Whose owner and next step a head shows: its own, or those of the matter it waits for until that is final. */
@Injectable()
export class Bearers {
  constructor(
    private readonly matters: MatterClient,
    private readonly index: MatterIndexRepository,
    private readonly policies: Policies,
  ) {}

  /** A single answer asks the owning service, so that a command shows its effect; a list takes the read model's word. */
  of(caller: Caller, heads: readonly WrittenHead[]): Promise<Bearer[]> {
    const find = heads.length === 1 ? this.asked(caller) : this.known(caller);
    return Promise.all(heads.map((head) => this.follow(head, find)));
  }

  private asked(caller: Caller): Find {
    const context = systemContext(caller.operator, caller.now);
    return async (id) => (await this.matters.find(context, id))?.matter;
  }

  private known(caller: Caller): Find {
    const seen = new Map<string, Promise<Matter | undefined>>();
    return (id) => {
      const found = seen.get(id) ?? this.index.load(caller.operator.id, id).then((indexed) => indexed?.matter);
      seen.set(id, found);
      return found;
    };
  }

  private async follow(head: WrittenHead, find: Find): Promise<Bearer> {
    let current = head.matter;
    let step = head.next ?? nextStep(current);
    for (let hop = 0; hop < LONGEST_WAIT && current.waitsFor !== undefined; hop += 1) {
      const target = await find(current.links[current.waitsFor] ?? current.waitsFor);
      if (!target || target.final) break;
      current = target;
      step = nextStep(current);
    }
    const kind = await this.policies.kind(current.policy, current.kind);
    return { owner: step?.owner ?? current.owner, next: step, kind, ...(current !== head.matter && { matter: current.id }) };
  }
}
