import type { Citation, FactMap } from '../matter/matter.ts';

/** A matter that nobody asks for and that must be there: opened by the system, once, under this id, in this service. */
export interface OwedMatter {
  readonly id: string;
  readonly service: string;
  readonly kind: string;
  /** The act that makes it. */
  readonly act: string;
  readonly input: FactMap;
  readonly citation: Citation;
}
