const MOST_MS = 12_000;

/**
 * Bounds a shutdown: a process whose servers are gone cannot drain, and must not wait for them for ever. What it leaves
 * undone is repeated after the next start.
 * @param mostMs after the first SIGTERM or SIGINT; then the process ends with exit code 1
 */
export function endInTime(mostMs = MOST_MS): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      setTimeout(() => process.exit(1), mostMs).unref();
    });
  }
}
