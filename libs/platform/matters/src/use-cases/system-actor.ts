import type { Actor } from '@huiyin/regulation-engine';

/** Effects and alarms act in nobody's name. */
export const SYSTEM: Actor = { id: 'system', kind: 'system', name: 'Huiyin', roles: ['system'] };
