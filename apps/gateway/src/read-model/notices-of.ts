import type { MatterEvent } from '@huiyin/contracts-kernel';
import type { Notice } from '../persistence/notice.repository.ts';

/** What an event told to whom: one notice per receiver. */
export function noticesOf(event: MatterEvent): Notice[] {
  return event.data.effects.flatMap((effect) =>
    effect.verb === 'tell'
      ? effect.to.map((to) => ({
          id: `${effect.id}|${to}`,
          tenant: event.tenant,
          to,
          about: event.aggregate,
          kind: event.kind,
          policy: event.policy,
          event: event.data.type,
          at: event.now,
          channels: effect.channels,
          text: effect.text,
          facts: effect.facts,
          citation: effect.citation,
          readers: event.readers,
        }))
      : [],
  );
}
