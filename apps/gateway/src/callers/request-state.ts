import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { localeOfHeader, problem } from '@huiyin/platform-http';
import type { FastifyRequest } from 'fastify';
import { writeInstant } from '../mapping/instant.ts';
import type { Caller } from './caller.ts';

const callers = new WeakMap<object, Caller>();
const instants = new WeakMap<object, string>();

export const callerOf = (request: object): Caller | undefined => callers.get(request);
export function setCaller(request: object, caller: Caller): void {
  callers.set(request, caller);
  instants.set(request, writeInstant(caller.now, caller.operator.zone));
}

/** What `Huiyin-Now` says: the operator's instant, moved on where the request moved the clock. */
export const instantOfRequest = (request: object): string | undefined => instants.get(request);
export const setInstantOfRequest = (request: object, now: string): void => void instants.set(request, now);

/** The signed-in caller of a route. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const caller = callers.get(context.switchToHttp().getRequest<FastifyRequest>());
  if (!caller) throw problem('unauthenticated');
  return caller;
});

/** The reader's language. */
export const ReaderLocale = createParamDecorator((_: unknown, context: ExecutionContext) => localeOfHeader(context.switchToHttp().getRequest<FastifyRequest>().headers['accept-language']));
