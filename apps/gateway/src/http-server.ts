import helmet from 'helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { localeOfHeader, problem, problemOfError, refuseHostileJson, traceIdOf, writeProblem } from '@huiyin/platform-http';
import { instantOfRequest } from './callers/request-state.ts';

/** Bodies hold forms, not files. */
const LARGEST_BODY_BYTES = 256 * 1024;
const REQUEST_TIMEOUT_MS = 30_000;
/** No id is so long, but it is the routes that say so: with a problem of theirs. */
const LONGEST_PATH = 16_384;

/** Requests that fail before any route, such as a path that cannot be decoded. */
function refuseRequest(thrown: Error, request: FastifyRequest, reply: FastifyReply): void {
  const locale = localeOfHeader(request.headers['accept-language']);
  const document = writeProblem(problemOfError(thrown) ?? problem('malformed'), { locale, instance: request.url.split('?')[0] ?? '', traceId: traceIdOf(request) });
  void reply.code(document.status).header('content-type', 'application/problem+json; charset=utf-8').send(JSON.stringify(document));
}

/** The HTTP server under Nest: limits of size and time. */
export function httpAdapter(): FastifyAdapter {
  return new FastifyAdapter({ bodyLimit: LARGEST_BODY_BYTES, requestTimeout: REQUEST_TIMEOUT_MS, routerOptions: { maxParamLength: LONGEST_PATH }, frameworkErrors: refuseRequest });
}

/** Pages load nothing from elsewhere and run nothing; styles stand in the page. */
const secure = helmet({
  contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], styleSrc: ["'unsafe-inline'"], imgSrc: ["'self'", 'data:'], baseUri: ["'none'"], formAction: ["'none'"], frameAncestors: ["'none'"] } },
});

const MERGE_PATCH = 'application/merge-patch+json';
const JSON_BODY = /^application\/(?:merge-patch\+)?json\s*(?:;|$)/i;

/** JSON bodies only; security headers, and `Huiyin-Now` on every answer to a caller. */
export async function dressServer(app: NestFastifyApplication): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (request, reply, done) => secure(request.raw, reply.raw, (refused) => done(refused as Error | undefined)));
  fastify.addContentTypeParser(MERGE_PATCH, { parseAs: 'string' }, fastify.getDefaultJsonParser('error', 'error'));
  fastify.addHook('onRequest', async (request) => {
    const type = request.headers['content-type'];
    const hasBody = request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? '0') > 0;
    if (hasBody && type !== undefined && !JSON_BODY.test(type)) throw problem('unsupported-media-type');
  });
  fastify.addHook('preValidation', async (request) => refuseHostileJson(request.body));
  fastify.addHook('onSend', async (request, reply, payload) => {
    const now = instantOfRequest(request);
    if (now !== undefined) reply.header('huiyin-now', now);
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    return payload;
  });
}
