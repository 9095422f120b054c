import { Counter, Gauge, Registry, collectDefaultMetrics } from 'prom-client';
import { readWithin } from './read-within.ts';
import type { GaugeSource } from './gauge-source.ts';

const READING_TAKES_AT_MOST_MS = 2000;

/** The metrics of one service. Not the process-wide registry, so that several services can share a process. */
export class ServiceMetrics {
  readonly registry = new Registry();
  readonly #failures: Counter<'gauge'>;

  constructor(service: string, options: { readonly processMetrics?: boolean } = {}) {
    this.registry.setDefaultLabels({ service });
    if (options.processMetrics ?? true) collectDefaultMetrics({ register: this.registry });
    this.#failures = new Counter({ name: 'huiyin_gauge_read_failures_total', help: 'Readings that failed or took too long; the gauge is absent then.', labelNames: ['gauge'], registers: [this.registry] });
  }

  /** Adds a gauge. A reading that fails leaves this gauge out and counts, so that the others are still seen. */
  addGauge(source: GaugeSource): void {
    const failures = this.#failures;
    new Gauge({
      name: `huiyin_${source.name}`,
      help: source.help,
      labelNames: [...(source.labelNames ?? [])],
      registers: [this.registry],
      async collect() {
        this.reset();
        try {
          const reading = await readWithin(READING_TAKES_AT_MOST_MS, source.read());
          if (typeof reading === 'number') this.set(reading);
          else for (const { labels, value } of reading) this.set({ ...labels }, value);
        } catch {
          this.remove();
          failures.inc({ gauge: source.name });
        }
      },
    });
  }

  /** The exposition text of Prometheus. */
  text(): Promise<string> {
    return this.registry.metrics();
  }

  get contentType(): string {
    return this.registry.contentType;
  }
}
