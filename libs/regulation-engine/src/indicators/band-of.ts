import type { Bound, CompiledBand } from '../compile/compile-indicators.ts';
import type { RunScope } from '../scope/run-scope.ts';

/** The first band that a figure (a rank, or a value) falls into. `upTo` and `from` include their figure, `below` and `over` do not. */
export function bandOf(bands: readonly CompiledBand[], figure: number, scope: RunScope, valueOf: (name: string) => number): CompiledBand | undefined {
  const limit = (bound: Bound | undefined, otherwise: number): number => (bound === undefined ? otherwise : 'literal' in bound ? bound.literal : valueOf(bound.value));
  return bands.find((band) =>
    figure <= limit(band.upTo, Infinity) && figure >= limit(band.from, -Infinity) && (band.below === undefined || figure < limit(band.below, Infinity)) &&
    (band.over === undefined || figure > limit(band.over, -Infinity)) && (!band.if || band.if.test(scope)));
}
