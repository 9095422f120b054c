import { randomUUID } from 'node:crypto';
import type { RpcContext } from '@huiyin/contracts-kernel';
import type { Actor, OnBehalfOf } from '@huiyin/regulation-engine';
import type { Operator } from '../operators/operator.ts';
import { ADMINISTRATOR_ROLE } from './caller.ts';
import type { Caller } from './caller.ts';

export interface ContextExtras {
  readonly onBehalfOf?: OnBehalfOf;
  readonly commandKey?: string;
  readonly bodyHash?: string;
  readonly fresh?: RpcContext['fresh'];
  readonly correlationId?: string;
}

/** What services are told about a request. */
export function contextOf(caller: Caller, extras: ContextExtras = {}): RpcContext {
  return {
    tenant: caller.operator.id,
    actor: caller.actor,
    readers: caller.readers,
    policy: caller.operator.policy,
    now: caller.now,
    simulated: caller.operator.simulated,
    correlationId: extras.correlationId ?? randomUUID(),
    ...(extras.onBehalfOf && { onBehalfOf: extras.onBehalfOf }),
    ...(extras.commandKey && { commandKey: extras.commandKey }),
    ...(extras.bodyHash && { bodyHash: extras.bodyHash }),
    ...(extras.fresh && { fresh: extras.fresh }),
  };
}

const SYSTEM: Actor = { id: 'system', kind: 'system', name: 'Huiyin', roles: ['system'] };

/** The gateway's own questions and acts in an operator's name: it reads everything of that operator and nothing of another. */
export function systemContext(operator: Operator, now: string): RpcContext {
  return { tenant: operator.id, actor: SYSTEM, readers: [`role:${ADMINISTRATOR_ROLE}`], policy: operator.policy, now, simulated: operator.simulated, correlationId: randomUUID() };
}
