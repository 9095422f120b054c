import { Injectable } from '@nestjs/common';
import type { MatterHead } from '@huiyin/contracts-kernel';
import { problem } from '@huiyin/platform-http';
import { Accounts } from '../accounts/accounts.service.ts';
import { ADMINISTRATOR_ROLE, hasRole } from '../callers/caller.ts';
import type { Caller } from '../callers/caller.ts';
import { bodyObject } from '../matters/body-object.ts';
import { MatterActs } from '../matters/matter-acts.service.ts';
import type { ActWish } from '../matters/matter-acts.service.ts';
import { actOf } from '../matters/route-kinds.ts';
import { Policies } from '../policies/policies.service.ts';
import { readStaffBody } from './staff-body.ts';

export const STAFF_KIND = 'staffMember';

/** Members of staff with the accounts that let them sign in. Who may hire and change is the policy's to say. */
@Injectable()
export class Staff {
  constructor(
    private readonly acts: MatterActs,
    private readonly accounts: Accounts,
    private readonly policies: Policies,
  ) {}

  async hire(caller: Caller, body: unknown, key: ActWish['key']): Promise<{ readonly head: MatterHead; readonly login?: string }> {
    const kind = await this.policies.kind(caller.operator.policy, STAFF_KIND);
    const { fields, account } = await readStaffBody(body);
    if (account && !hasRole(caller, ADMINISTRATOR_ROLE)) throw problem('forbidden', { extensions: { permission: ADMINISTRATOR_ROLE } });
    const reserved = account && (await this.accounts.reserve(caller.operator.id, 'staff', account));
    try {
      const { head } = await this.acts.perform(caller, { kind, act: actOf(kind, 'hire', true), body: fields, key });
      if (reserved) await this.accounts.confirm(reserved, head.matter.id);
      return { head, ...(reserved && { login: reserved.login }) };
    } catch (thrown) {
      if (reserved) await this.accounts.giveBack(reserved);
      throw thrown;
    }
  }

  /** Fields by the act `change`; an `account` beside them gives or renews the sign-in. */
  async change(caller: Caller, target: MatterHead, body: unknown, expectedVersion: number | undefined): Promise<MatterHead> {
    const kind = await this.policies.kind(target.matter.policy, STAFF_KIND);
    const { fields, account } = await readStaffBody(body);
    if (account && !hasRole(caller, ADMINISTRATOR_ROLE)) throw problem('forbidden', { extensions: { permission: ADMINISTRATOR_ROLE } });
    const head = Object.keys(fields).length === 0 ? target : (await this.acts.perform(caller, { kind, act: actOf(kind, 'change', false), body: fields, target, expectedVersion })).head;
    if (account) {
      const known = await this.accounts.ofPerson(caller.operator.id, target.matter.id);
      if (known) await this.accounts.changePassword(known, account.password);
      else await this.accounts.reserve(caller.operator.id, 'staff', account, target.matter.id);
    }
    return head;
  }

  async act(caller: Caller, target: MatterHead, word: string, body: unknown, expectedVersion: number | undefined, key: ActWish['key']): Promise<MatterHead> {
    const kind = await this.policies.kind(target.matter.policy, STAFF_KIND);
    const { head } = await this.acts.perform(caller, { kind, act: actOf(kind, word, false), body: bodyObject(body), target, expectedVersion, key });
    const account = head.matter.final ? await this.accounts.ofPerson(caller.operator.id, target.matter.id) : undefined;
    if (account) await this.accounts.close(account);
    return head;
  }
}
