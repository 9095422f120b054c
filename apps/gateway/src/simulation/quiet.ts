import type { QuietReply } from '@huiyin/contracts-kernel';

/** What each service said, in one round. */
export type QuietRound = Readonly<Record<string, QuietReply>>;

/** Why an operator is not quiet yet; undefined when everyone has applied everything that everyone sent. */
export function whyNotQuiet(round: QuietRound): string | undefined {
  const services = Object.entries(round);
  for (const [service, reply] of services) {
    if (reply.pending > 0) return `${service} has ${reply.pending} events to publish`;
    for (const [producer, { sent }] of services) {
      const applied = reply.handled[producer] ?? 0;
      if (applied !== sent) return `${service} has applied ${applied} of ${sent} events of ${producer}`;
    }
  }
  return undefined;
}

/** Matters and dead letters that hold the system up until an operator looks at them. */
export function parkedIn(round: QuietRound): readonly { readonly service: string; readonly matters: readonly string[]; readonly deadLetters: number }[] {
  return Object.entries(round)
    .filter(([, reply]) => reply.parked.length > 0 || reply.deadLetters > 0)
    .map(([service, reply]) => ({ service, matters: reply.parked, deadLetters: reply.deadLetters }));
}

/** Counters only: two rounds are alike when nothing moved between them. */
export const countersOf = (round: QuietRound): string =>
  JSON.stringify(
    Object.entries(round)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([service, { sent, handled, pending }]) => [service, sent, pending, Object.entries(handled).sort()]),
  );
