import { Logger } from '@nestjs/common';
import type { ActReply, ActRequest, ServiceName } from '@huiyin/contracts-kernel';
import { addToLogContext } from '@huiyin/platform-telemetry';
import type { WorkMetrics } from '@huiyin/platform-telemetry';

type Outcome = Parameters<WorkMetrics['commandDone']>[2];

/** One log line and one measurement per act; no field of the matter stands in either. */
export function actReport(service: ServiceName, metrics: WorkMetrics): (request: ActRequest, reply: ActReply, milliseconds: number) => void {
  const logger = new Logger(`acts of ${service}`);
  return ({ kind, act }, reply, milliseconds) => {
    const outcome = outcomeOf(reply);
    if (reply.ok) addToLogContext({ matterId: reply.head.matter.id });
    if (isDeclared(reply)) metrics.commandDone(kind, act, outcome, milliseconds);
    logger.log({ kind, act, outcome, ms: milliseconds, ...(reply.ok ? { version: reply.head.version } : { refusals: codesOf(reply) }) });
  };
}

/** A kind or act that the policy does not know must not become a time series. */
const isDeclared = (reply: ActReply): boolean =>
  reply.ok || (reply.problem.kind === 'refused' ? !reply.problem.refusals.some(({ code }) => code === 'unknownAct') : !['unknown-kind', 'unknown-act', 'not-found'].includes(reply.problem.kind));

function outcomeOf(reply: ActReply): Outcome {
  if (reply.ok) return 'done';
  if (reply.problem.kind === 'refused') return 'refused';
  return reply.problem.kind === 'unavailable' ? 'failed' : 'conflict';
}

const codesOf = (reply: Extract<ActReply, { ok: false }>): readonly string[] => (reply.problem.kind === 'refused' ? reply.problem.refusals.map(({ code, citation }) => `${citation.rule}:${code}`) : [reply.problem.kind]);
