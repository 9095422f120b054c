/**
 * Runs `work` over all items, at most `width` at a time, and keeps the order of the results.
 * @throws the first error, after everything that was under way has ended
 */
export async function inParallel<Item, Result>(items: readonly Item[], width: number, work: (item: Item, index: number) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < items.length) {
      const index = next;
      next += 1;
      results[index] = await work(items[index] as Item, index);
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: Math.min(width, items.length) }, lane));
  for (const result of ended) if (result.status === 'rejected') throw result.reason;
  return results;
}
