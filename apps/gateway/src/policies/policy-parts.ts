import type { CalendarDocument } from '@huiyin/deadline-rules';
import type { FactMap } from '@huiyin/regulation-engine';

/** What an operator adopts: regulations in order, his own figures, his calendar. */
export interface PolicyParts {
  readonly zone: string;
  readonly packs: readonly string[];
  readonly overrides: FactMap;
  readonly calendar: CalendarDocument;
}
