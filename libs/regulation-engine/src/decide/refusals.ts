import type { Citation, FactMap } from '../matter/matter.ts';
import type { Refusal, RefusalStage } from '../run/outcome.ts';

export function refusal(at: RefusalStage, code: string, citation: Citation, facts: FactMap = {}, field?: string): Refusal {
  return { code, at, citation, facts, ...(field !== undefined && { field }) };
}

const ORDER: readonly RefusalStage[] = ['actor', 'gate', 'turn', 'form'];

/** Who may · gates · whose turn · what is incomplete; within a stage as found. */
export function inOrder(refusals: readonly Refusal[]): readonly Refusal[] {
  return ORDER.flatMap((stage) => refusals.filter(({ at }) => at === stage));
}
