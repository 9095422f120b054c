import type { Json } from '../json.ts';
import type { Difference, Place } from './difference.ts';

export interface MatchContext {
  /** Moments without an offset are local to this zone. */
  readonly zone: string;
  /** The matcher itself, for operators that look into elements. */
  readonly match: (expected: Json, actual: Json | undefined, place: Place, context: MatchContext) => Difference[];
}
