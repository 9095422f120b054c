/** One condition without which this process cannot do its work. */
export interface ReadinessProbe {
  /** kebab-case; the key in the answer of `/health/ready`. */
  readonly name: string;
  /** Most it may take; 2,000 ms unless given. */
  readonly timeoutMs?: number;
  /** Throws where it does not hold; may give figures to show. Must heed the signal. */
  check(signal: AbortSignal): Promise<Readonly<Record<string, unknown>> | void>;
}
