/** What the functions about persons ask of the run. Persons are ids. */
export interface FunctionContext {
  rankOf(person: string): number;
  departmentOf(person: string): string | null;
  superiorOf(person: string): string | null;
  leaderOf(team: string): string | null;
  /** Does the person hold this post, a name of the pack's `parties`? */
  holdsPost(person: string, party: string, pack: string): boolean;
  /** Everyone who holds it, in the directory's order. */
  holdersOf(party: string, pack: string): readonly string[];
}
