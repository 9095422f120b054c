/** What has happened in this process since it started. */
export interface Tally {
  published: number;
  /** Events that the broker did not take at a try. */
  refused: number;
  applied: number;
  redelivered: number;
  /** Events before which something was missing and fetched. */
  gaps: number;
  retried: number;
  parked: number;
}

export const newTally = (): Tally => ({ published: 0, refused: 0, applied: 0, redelivered: 0, gaps: 0, retried: 0, parked: 0 });

const HELP: Readonly<Record<keyof Tally, readonly [name: string, help: string]>> = {
  published: ['events_published', 'Events that the broker has stored since this process started.'],
  refused: ['events_refused_by_broker', 'Tries to publish that the broker did not take since this process started.'],
  applied: ['events_applied', 'Deliveries acknowledged after their effect was stored since this process started.'],
  redelivered: ['events_redelivered', 'Deliveries that were not the first of their event since this process started.'],
  gaps: ['inbox_gaps', 'Events before which others were missing and fetched since this process started.'],
  retried: ['events_retried', 'Deliveries given back for another try since this process started.'],
  parked: ['events_parked', 'Events put aside with their matter since this process started.'],
};

/** Each count as a gauge of the dashboard, read when it is asked for. */
export function gaugesOf(tally: Tally): readonly { readonly name: string; readonly help: string; read(): number }[] {
  return (Object.keys(HELP) as (keyof Tally)[]).map((key) => ({ name: HELP[key][0], help: HELP[key][1], read: () => tally[key] }));
}
