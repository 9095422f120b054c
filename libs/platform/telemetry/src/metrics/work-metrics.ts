import { Injectable } from '@nestjs/common';
import { Counter, Histogram } from 'prom-client';
import { ServiceMetrics } from './service-metrics.ts';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const LATENESS = [0.1, 0.5, 1, 2, 5, 10, 30, 60, 300, 900, 3600];

/** What the event path, the alarms and the commands report as it happens. */
@Injectable()
export class WorkMetrics {
  readonly #published: Counter<string>;
  readonly #applied: Counter<string>;
  readonly #gaps: Counter<string>;
  readonly #redeliveries: Counter<string>;
  readonly #lateness: Histogram<string>;
  readonly #commands: Histogram<string>;

  constructor(metrics: ServiceMetrics) {
    const registers = [metrics.registry];
    this.#published = new Counter({ name: 'huiyin_events_published_total', help: 'Events the stream has acknowledged.', registers });
    this.#applied = new Counter({ name: 'huiyin_events_applied_total', help: 'Events of other services, by outcome.', labelNames: ['source', 'outcome'], registers });
    this.#gaps = new Counter({ name: 'huiyin_inbox_gaps_total', help: 'Gaps in a sequence that were filled from the producer log.', labelNames: ['source'], registers });
    this.#redeliveries = new Counter({ name: 'huiyin_redeliveries_total', help: 'Deliveries of events that had been delivered before.', labelNames: ['source'], registers });
    this.#lateness = new Histogram({ name: 'huiyin_alarm_lateness_seconds', help: 'From the due instant to the firing, real time only.', buckets: LATENESS, registers });
    this.#commands = new Histogram({ name: 'huiyin_command_duration_seconds', help: 'Commands, by kind, act and outcome.', labelNames: ['kind', 'act', 'outcome'], buckets: SECONDS, registers });
  }

  eventPublished(): void {
    this.#published.inc();
  }

  eventApplied(source: string, outcome: 'applied' | 'dropped' | 'parked' | 'retried'): void {
    this.#applied.inc({ source, outcome });
  }

  gapFilled(source: string): void {
    this.#gaps.inc({ source });
  }

  redelivered(source: string): void {
    this.#redeliveries.inc({ source });
  }

  /** `milliseconds` from the due instant to the firing. */
  alarmFired(milliseconds: number): void {
    this.#lateness.observe(Math.max(0, milliseconds) / 1000);
  }

  /** Kind and act must come from a policy, never from a request: each pair is a time series. */
  commandDone(kind: string, act: string, outcome: 'done' | 'refused' | 'conflict' | 'failed', milliseconds: number): void {
    this.#commands.observe({ kind, act, outcome }, milliseconds / 1000);
  }
}
