import { Injectable } from '@nestjs/common';
import { personOfStaff } from '@huiyin/platform-matters';
import { serviceOfId } from '@huiyin/contracts-kernel';
import { MatterClient } from '../door/matter-client.ts';
import type { Caller } from '../callers/caller.ts';
import { systemContext } from '../callers/rpc-context.ts';

export interface PersonCard {
  readonly id: string;
  readonly name: string;
  /** First role of the person; customers have `customer`. */
  readonly role?: string;
}
export type PeopleById = ReadonlyMap<string, PersonCard>;

/** Names and roles of the people that an answer mentions. */
@Injectable()
export class People {
  constructor(private readonly matters: MatterClient) {}

  /** Cards by id; someone unknown to this operator is left out. */
  async named(caller: Caller, ids: readonly (string | undefined)[]): Promise<PeopleById> {
    const wanted = [...new Set(ids.filter((id): id is string => id !== undefined && serviceOfId(id) !== undefined))];
    const context = systemContext(caller.operator, caller.now);
    const cards = await Promise.all(
      wanted.map(async (id): Promise<PersonCard | undefined> => {
        const head = await this.matters.find(context, id);
        if (!head) return undefined;
        const person = personOfStaff(head.matter);
        return { id, name: person.name, role: head.matter.kind === 'staffMember' ? person.roles[0] : 'customer' };
      }),
    );
    return new Map(cards.flatMap((card) => (card ? [[card.id, card] as const] : [])));
  }
}
