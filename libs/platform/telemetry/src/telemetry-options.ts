import type { InjectionToken, ModuleMetadata, OptionalFactoryDependency } from '@nestjs/common';
import type { ReadinessProbe } from './health/readiness-probe.ts';
import type { LoggerSettings } from './logging/logger-parameters.ts';
import type { GaugeSource } from './metrics/gauge-source.ts';

/** What can be said of a service before anything is built. */
export interface TelemetrySettings extends Omit<LoggerSettings, 'service'> {
  readonly service: string;
  /** Metrics of Node itself; on unless turned off. */
  readonly processMetrics?: boolean;
  /** If set, `/metrics` answers only to `Authorization: Bearer <token>`. */
  readonly metricsToken?: string;
}

/** What needs the service's own connections. */
export interface TelemetrySources {
  readonly indicators?: readonly ReadinessProbe[];
  readonly gauges?: readonly GaugeSource[];
}

export type TelemetryOptions = TelemetrySettings & TelemetrySources;

/** As `TelemetryOptions`, its sources made from injected providers. */
export interface TelemetryAsyncOptions extends TelemetrySettings, Pick<ModuleMetadata, 'imports'> {
  readonly inject?: (InjectionToken | OptionalFactoryDependency)[];
  // The dependencies are what `inject` names; Nest itself types them so.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  useSources(...dependencies: any[]): TelemetrySources | Promise<TelemetrySources>;
}
