/** One reading of a gauge with labels. */
export interface LabelledReading {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** A number read when Prometheus asks, never kept: so it cannot be stale. */
export interface GaugeSource {
  /** Without the prefix `huiyin_`. Base units: seconds, counts, ratios of 1. */
  readonly name: string;
  readonly help: string;
  readonly labelNames?: readonly string[];
  read(): Promise<number | readonly LabelledReading[]> | number | readonly LabelledReading[];
}
