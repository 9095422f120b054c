/** Wait before the next try: doubles with each failure from `firstMs` up to `mostMs`. */
export function backOffMs(failures: number, firstMs: number, mostMs: number): number {
  return Math.min(mostMs, firstMs * 2 ** Math.max(0, Math.min(failures - 1, 30)));
}
