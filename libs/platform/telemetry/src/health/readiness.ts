import { Injectable } from '@nestjs/common';
import { HealthCheckService, HealthIndicatorService } from '@nestjs/terminus';
import type { HealthCheckResult } from '@nestjs/terminus';
import { DrainSequence } from '../shutdown/drain-sequence.ts';
import type { ReadinessProbe } from './readiness-probe.ts';

const PROBE_TIMEOUT_MS = 2000;

/** All conditions under which this process takes work. Any module may add its own. */
@Injectable()
export class Readiness {
  readonly #probes: ReadinessProbe[] = [];

  constructor(
    private readonly health: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly drain: DrainSequence,
  ) {}

  add(probe: ReadinessProbe): void {
    if (this.#probes.some(({ name }) => name === probe.name)) throw new Error(`There is a readiness probe "${probe.name}" already.`);
    this.#probes.push(probe);
  }

  /** Asks every probe at once. Ready only if all hold and the process is not draining. */
  async read(): Promise<{ readonly ready: boolean; readonly result: HealthCheckResult }> {
    const checks = this.#probes.map((probe) => () => Promise.resolve(this.indicators.check(probe.name).attempt(({ signal }) => probe.check(signal)).withTimeout(probe.timeoutMs ?? PROBE_TIMEOUT_MS)));
    const draining = () => (this.drain.draining ? this.indicators.check('process').down('draining') : this.indicators.check('process').up());
    try {
      return { ready: true, result: await this.health.check([draining, ...checks]) };
    } catch (failure) {
      return { ready: false, result: resultOf(failure) };
    }
  }
}

/** Terminus tells that something is down by throwing an exception that holds the result. */
function resultOf(failure: unknown): HealthCheckResult {
  const response = (failure as { getResponse?: () => unknown }).getResponse?.();
  if (typeof response !== 'object' || response === null) throw failure;
  return response as HealthCheckResult;
}
