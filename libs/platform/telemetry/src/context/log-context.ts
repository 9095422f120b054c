import { AsyncLocalStorage } from 'node:async_hooks';

/** What every log line of one piece of work carries, whoever writes it. */
export interface LogContext {
  /** The request or command that all this belongs to, across services. */
  readonly correlationId: string;
  /** Set where several services share a process; otherwise the logger's own. */
  readonly service?: string;
  readonly tenant?: string;
  readonly matterId?: string;
  readonly actorId?: string;
}

const storage = new AsyncLocalStorage<{ context: LogContext }>();

/** Runs `work` (and everything it awaits) under this context. */
export function runWithLogContext<T>(context: LogContext, work: () => T): T {
  return storage.run({ context }, work);
}

/** The context of the work going on, if any. */
export function currentLogContext(): LogContext | undefined {
  return storage.getStore()?.context;
}

/** Adds what became known on the way (tenant after sign-in, matter after routing). Outside of any work it does nothing. */
export function addToLogContext(known: Partial<LogContext>): void {
  const store = storage.getStore();
  if (store) store.context = { ...store.context, ...known };
}
