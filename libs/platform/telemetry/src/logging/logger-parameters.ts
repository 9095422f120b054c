import { RequestMethod } from '@nestjs/common';
import { stdTimeFunctions } from 'pino';
import type { DestinationStream } from 'pino';
import type { Params } from 'nestjs-pino';
import { correlationIdOf } from '../context/correlation-id.ts';
import { currentLogContext } from '../context/log-context.ts';
import { maskLine } from '../masking/mask-line.ts';
import { personalKeys } from '../masking/personal-keys.ts';
import { TELEMETRY_PATHS } from '../telemetry-paths.ts';
import { requestRecord, responseRecord } from './request-records.ts';

export interface LoggerSettings {
  readonly service: string;
  /** `info` unless given. */
  readonly level?: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
  /** Names of fields that packs mark `personal`, beside the built-in ones. */
  readonly personalFields?: readonly string[];
  /** Standard output unless given. */
  readonly destination?: DestinationStream;
}

/** Settings of nestjs-pino: JSON lines that carry service, correlation id, tenant and matter, masked as they are written. */
export function loggerParameters(settings: LoggerSettings): Params {
  const kindOf = personalKeys(settings.personalFields);
  const options: NonNullable<Exclude<Params['pinoHttp'], DestinationStream | readonly unknown[]>> = {
    level: settings.level ?? 'info',
    base: { pid: process.pid },
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    mixin: () => ({ service: settings.service, ...currentLogContext() }),
    hooks: { streamWrite: (line) => maskLine(line, kindOf) },
    genReqId: (request) => correlationIdOf(request),
    wrapSerializers: true,
    serializers: { req: requestRecord, res: responseRecord },
    quietReqLogger: true,
    customAttributeKeys: { reqId: 'correlationId' },
    autoLogging: { ignore: (request) => isTelemetry((request as { originalUrl?: string }).originalUrl ?? request.url) },
    customLogLevel: (_request, response, error) => (error || response.statusCode >= 500 ? 'error' : 'info'),
  };
  // The library's own default route, `{/*splat}`, matches nothing on the fastify adapter.
  const forRoutes = [{ path: '/*splat', method: RequestMethod.ALL }];
  return { pinoHttp: settings.destination ? [options, settings.destination] : options, forRoutes };
}

function isTelemetry(url: string | undefined): boolean {
  return TELEMETRY_PATHS.some((path) => url?.startsWith(path));
}
