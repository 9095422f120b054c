import { STAFF_TOKEN } from '@huiyin/platform-matters';
import type { Actor } from '@huiyin/regulation-engine';

/** The tokens by which matters are found readable: the person, his roles, his roles at his place, and being staff at all. */
export function readerTokensOf(actor: Actor, place?: string): readonly string[] {
  if (actor.kind === 'customer') return [`customer:${actor.id}`];
  const roles = actor.roles.flatMap((role) => [`role:${role}`, ...(place ? [`role:${role}@${place}`] : [])]);
  return [STAFF_TOKEN, 'role:staff', `person:${actor.id}`, ...roles];
}
