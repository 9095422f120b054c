import { Injectable } from '@nestjs/common';
import { describeKind } from '@huiyin/regulation-engine';
import { MatterIndexRepository } from '../persistence/matter-index.repository.ts';
import type { IndexedMatter, IndexFilter, IndexSort } from '../persistence/matter-index.repository.ts';
import { Policies } from '../policies/policies.service.ts';

const LONGEST_WAIT = 3;

/** Matters without an owner or a next step: the list that must be empty. One that waits for another has that one's; one that rests owes nothing. */
@Injectable()
export class WithoutPromise {
  constructor(
    private readonly index: MatterIndexRepository,
    private readonly policies: Policies,
  ) {}

  async list(tenant: string, filter: IndexFilter, page: { readonly sort: IndexSort; readonly limit: number; readonly after?: string }): Promise<{ readonly items: readonly IndexedMatter[]; readonly next?: string }> {
    const { items, next } = await this.index.list(tenant, filter, page);
    const lacking = await Promise.all(items.map(async (indexed) => ((await this.lacks(indexed, filter.without ?? [])) ? [indexed] : [])));
    return { items: lacking.flat(), ...(next !== undefined && { next }) };
  }

  private async lacks(indexed: IndexedMatter, lack: NonNullable<IndexFilter['without']>): Promise<boolean> {
    let bearer = indexed;
    for (let hop = 0; hop < LONGEST_WAIT && bearer.waitsFor !== undefined; hop += 1) {
      const target = await this.index.load(indexed.tenant, bearer.waitsFor);
      if (!target || target.final) break;
      bearer = target;
    }
    if (lack.includes('nextStep') && (await this.rests(bearer))) return lack.includes('owner') && (bearer.next?.owner ?? bearer.owner) === undefined;
    return lack.some((what) => (what === 'owner' ? (bearer.next?.owner ?? bearer.owner) === undefined : bearer.next === undefined));
  }

  private async rests({ matter, kind, state }: IndexedMatter): Promise<boolean> {
    const policy = await this.policies.get(matter.policy);
    return describeKind(policy, kind, matter.governor ?? '').states.some(({ name, resting }) => resting && name === state);
  }
}
