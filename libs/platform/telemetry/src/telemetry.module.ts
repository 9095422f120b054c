import { Global, Inject, Module } from '@nestjs/common';
import type { DynamicModule, NestModule, OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { TerminusModule } from '@nestjs/terminus';
import { LoggerModule } from 'nestjs-pino';
import { HealthController } from './health/health.controller.ts';
import { Readiness } from './health/readiness.ts';
import { hookRequests } from './http/request-hooks.ts';
import { loggerParameters } from './logging/logger-parameters.ts';
import { MetricsController } from './metrics/metrics.controller.ts';
import { ServiceMetrics } from './metrics/service-metrics.ts';
import { WorkMetrics } from './metrics/work-metrics.ts';
import { DrainSequence } from './shutdown/drain-sequence.ts';
import type { TelemetryAsyncOptions, TelemetryOptions, TelemetrySettings } from './telemetry-options.ts';
import { METRICS_TOKEN, TELEMETRY_OPTIONS } from './telemetry-tokens.ts';

/**
 * Logs, metrics, health and draining of one service, on the fastify adapter:
 * `GET /health/live`, `GET /health/ready`, `GET /metrics`, and one JSON log line per request.
 * Global: `ServiceMetrics`, `WorkMetrics`, `Readiness` and `DrainSequence` can be injected everywhere.
 */
@Global()
@Module({})
export class TelemetryModule implements NestModule, OnModuleInit {
  constructor(
    @Inject(TELEMETRY_OPTIONS) private readonly options: TelemetryOptions,
    private readonly host: HttpAdapterHost,
    private readonly metrics: ServiceMetrics,
    private readonly readiness: Readiness,
  ) {}

  static forService(options: TelemetryOptions): DynamicModule {
    return moduleOf(options, { provide: TELEMETRY_OPTIONS, useValue: options });
  }

  static forServiceAsync(options: TelemetryAsyncOptions): DynamicModule {
    const { imports, inject = [], useSources, ...settings } = options;
    const useFactory = async (...dependencies: unknown[]): Promise<TelemetryOptions> => ({ ...settings, ...(await useSources(...dependencies)) });
    return moduleOf(settings, { provide: TELEMETRY_OPTIONS, useFactory, inject }, imports);
  }

  configure(): void {
    hookRequests(this.host, this.options.service, this.metrics);
  }

  onModuleInit(): void {
    for (const probe of this.options.indicators ?? []) this.readiness.add(probe);
    for (const gauge of this.options.gauges ?? []) this.metrics.addGauge(gauge);
  }
}

type OptionsProvider = NonNullable<DynamicModule['providers']>[number];

function moduleOf(settings: TelemetrySettings, options: OptionsProvider, imports: DynamicModule['imports'] = []): DynamicModule {
  return {
    module: TelemetryModule,
    imports: [...imports, LoggerModule.forRoot(loggerParameters(settings)), TerminusModule.forRoot({ logger: false })],
    controllers: [HealthController, MetricsController],
    providers: [
      options,
      { provide: METRICS_TOKEN, useValue: settings.metricsToken ?? null },
      { provide: ServiceMetrics, useFactory: () => new ServiceMetrics(settings.service, { processMetrics: settings.processMetrics }) },
      WorkMetrics,
      DrainSequence,
      Readiness,
    ],
    exports: [ServiceMetrics, WorkMetrics, DrainSequence, Readiness, LoggerModule],
  };
}
