import { startServers } from '../start-servers.ts';
import type { ServerSet, StartOptions } from '../server-set.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Starts the servers, prints where they are, and stops what it started when it is told to, or when one of them is lost. */
export async function up(options: StartOptions & { say: (line: string) => void }): Promise<void> {
  const { say } = options;
  const signal = new Promise<string>((resolve) => SIGNALS.forEach((name) => process.once(name, resolve)));
  const set = await startServers({ ...options, log: say });
  print(set, say);
  say('Ctrl-C stops them; the data stays.');
  const awake = setInterval(() => undefined, 60_000);
  const reason = await Promise.race([signal, set.lost]);
  say(`${reason}: stopping …`);
  await set.stop();
  clearInterval(awake);
  say('stopped.');
  if (!(SIGNALS as readonly string[]).includes(reason)) process.exitCode = 1;
}

function print({ mongo, nats }: ServerSet, say: (line: string) => void): void {
  say(`  MongoDB      ${mongo.adminUrl.replace(/:[^:@/]*@/, ':***@')}${mongo.pid ? `  (process ${mongo.pid})` : ''}`);
  say(`  nats-server  ${nats.url}${nats.pid ? `  (process ${nats.pid})` : ''}`);
  say(`  monitoring   ${nats.monitorUrl}`);
}
