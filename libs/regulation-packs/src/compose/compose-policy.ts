import type { CalendarDocument } from '@huiyin/deadline-rules';
import { withoutExamples } from '../cases/case-document.ts';
import type { FactMap, PackDocument, PolicyDocument } from '@huiyin/regulation-engine';

/** What an operator adopts. */
export interface PolicyParts {
  /** Core packs of the services; order does not matter. */
  readonly cores: readonly PackDocument[];
  /** Adopted packs, in order. */
  readonly packs: readonly PackDocument[];
  /** `{ "s2.4": { "values": { "promptly": { "is": "P2WD" } } } }`. */
  readonly overrides?: FactMap;
  readonly calendar: CalendarDocument;
  /** IANA zone of the operator. Default: the calendar's. */
  readonly zone?: string;
}

/** The policy document: cores in the order of their ids, then the packs as adopted; the same parts always give the same hash. Examples prove a pack and are left out. */
export function composePolicy(parts: PolicyParts): PolicyDocument {
  const cores = [...parts.cores].sort((one, other) => (one.pack < other.pack ? -1 : 1));
  const ids = [...cores, ...parts.packs].map((pack) => pack.pack);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new RangeError(`pack ${twice} is named twice`);
  return {
    language: 1,
    operator: { zone: parts.zone ?? parts.calendar.zone },
    packs: [...cores, ...parts.packs].map(withoutExamples),
    overrides: parts.overrides ?? {},
    calendar: parts.calendar,
  };
}
