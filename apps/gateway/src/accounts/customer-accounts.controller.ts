import { Body, Controller, Param, Post } from '@nestjs/common';
import { problem } from '@huiyin/platform-http';
import type { Caller } from '../callers/caller.ts';
import { CurrentCaller } from '../callers/request-state.ts';
import { contextOf } from '../callers/rpc-context.ts';
import { MatterClient } from '../door/matter-client.ts';
import { CredentialsBody } from '../operators/open-operator.body.ts';
import { Accounts } from './accounts.service.ts';

/** A customer's own account: opened by whoever may change the customer's file. */
@Controller('v1/customers')
export class CustomerAccountsController {
  constructor(
    private readonly matters: MatterClient,
    private readonly accounts: Accounts,
  ) {}

  @Post(':id/account')
  async open(@CurrentCaller() caller: Caller, @Param('id') id: string, @Body() body: CredentialsBody) {
    const context = contextOf(caller);
    const { matter } = await this.matters.get(context, id, 'customer');
    if (matter.kind !== 'customer') throw problem('not-found');
    const reply = await this.matters.acts({ context, id });
    const mayChange = caller.actor.kind === 'staff' && reply.ok && reply.acts.some((act) => act.act === 'change' && act.allowed);
    if (!mayChange) throw problem('forbidden', { extensions: { permission: 'customer.change' } });
    const known = await this.accounts.ofPerson(caller.operator.id, id);
    if (known) throw problem('conflict', { code: 'account.exists', detail: { 'zh-CN': '该客户已有账号', 'zh-TW': '該客戶已有帳號', en: 'This customer has an account already' } });
    const account = await this.accounts.reserve(caller.operator.id, 'customer', body, id);
    return { customerId: id, login: account.login };
  }
}
