import type { CalendarDocument } from '@huiyin/deadline-rules';
import type { JsonObject } from '@huiyin/platform-http';
import { isCore } from '@huiyin/regulation-engine';
import type { FactMap, PolicyDocument } from '@huiyin/regulation-engine';
import type { PolicyParts } from '../policy-parts.ts';
import { mergePatch } from './merge-patch.ts';
import type { PolicyChangeBody } from './policy-change.body.ts';

/** The parts of a policy with a change in: what is left out stays as it is. */
export function changedParts(base: PolicyDocument, { packs, overrides, calendar }: Pick<PolicyChangeBody, 'packs' | 'overrides' | 'calendar'>): PolicyParts {
  const zone = base.operator.zone;
  return {
    zone,
    packs: packs ?? base.packs.map(({ pack }) => pack).filter((pack) => !isCore(pack)),
    overrides: mergePatch(base.overrides, overrides ?? {}) as FactMap,
    calendar: { ...mergePatch(base.calendar as unknown as JsonObject, calendar ?? {}), zone } as unknown as CalendarDocument,
  };
}
