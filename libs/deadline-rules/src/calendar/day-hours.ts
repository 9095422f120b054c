/** One interval of a day, in milliseconds from its local midnight; `to` lies past 24 h where the interval runs over midnight. */
export interface OpenInterval {
  from: number;
  to: number;
}

/** The intervals of a date in order, none overlapping; empty means closed. */
export type DayHours = readonly OpenInterval[];

/** No hours at all. */
export const CLOSED: DayHours = [];
