import { setTimeout as pause } from 'node:timers/promises';
import type { ServiceProcess } from './service-process.ts';

const POLL_MS = 50;

/**
 * Waits until a service says it is ready.
 * @throws Error when it ends before, or is not ready in time; the message names its log.
 */
export async function awaitReady(service: ServiceProcess, timeoutMs: number, logFolder: string): Promise<void> {
  let ended: string | undefined;
  void service.ended.then((how) => (ended = how));
  const until = Date.now() + timeoutMs;
  while (Date.now() < until) {
    if (ended !== undefined) throw new Error(`${service.service} ended while starting (${ended}); its log is ${logFolder}/${service.service}.log`);
    const ready = await fetch(`http://127.0.0.1:${service.port}/health/ready`).then((answer) => answer.ok, () => false);
    if (ready) return;
    await pause(POLL_MS);
  }
  throw new Error(`${service.service} was not ready after ${timeoutMs / 1000} s; its log is ${logFolder}/${service.service}.log`);
}
