import { runWithLogContext } from '@huiyin/platform-telemetry';
import type { LogContext } from '@huiyin/platform-telemetry';
import type { RpcContext, ServiceName } from '@huiyin/contracts-kernel';

interface Message {
  readonly context?: Partial<RpcContext>;
  readonly id?: string;
  readonly tenant?: string;
}

/** Runs the answer to a request so that every log line of it carries operator, matter, actor and correlation id. */
export function inContextOf<Answer>(service: ServiceName, message: unknown, work: () => Answer): Answer {
  const { context, id, tenant } = (message ?? {}) as Message;
  const known: LogContext = {
    correlationId: context?.correlationId ?? 'none',
    service,
    ...((context?.tenant ?? tenant) ? { tenant: context?.tenant ?? tenant } : {}),
    ...(id ? { matterId: id } : {}),
    ...(context?.actor ? { actorId: context.actor.id } : {}),
  };
  return runWithLogContext(known, work);
}
