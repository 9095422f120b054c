/** Ranks from 1; those without a value have none. Shared: equal values have one rank, the next is skipped. Else those of equal value follow each other in the order given. */
export function ranksOf(values: readonly (number | undefined)[], { share, order }: { readonly share: boolean; readonly order: 'up' | 'down' }): readonly (number | undefined)[] {
  const better = (a: number, b: number): boolean => (order === 'down' ? a > b : a < b);
  return values.map((value, index) => {
    if (value === undefined) return undefined;
    const ahead = values.filter((other, at) => other !== undefined && (better(other, value) || (!share && other === value && at < index)));
    return ahead.length + 1;
  });
}
