import { kebab, kebabPath } from '@huiyin/platform-http';
import { writeInstant } from '../mapping/instant.ts';
import type { FeedEntry } from '../persistence/feed.repository.ts';

/** One event of the stream: what happened to which matter; its content is read from the matter. */
export function streamLine({ position, event }: FeedEntry, zone: string): string {
  const { data } = event;
  const body = {
    event: kebabPath(data.type),
    at: writeInstant(event.now, zone),
    matter: { id: event.aggregate, kind: kebab(event.kind) },
    seq: event.seq,
    rule: data.citation?.rule ?? null,
    by: { id: data.by.id, name: data.by.name },
  };
  return `id: ${position}\nevent: ${body.event}\ndata: ${JSON.stringify(body)}\n\n`;
}
