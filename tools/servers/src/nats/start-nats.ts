import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Credentials } from '../credentials/credentials.ts';
import { writeOwnerOnly } from '../credentials/store.ts';
import type { Child } from '../supervise/child.ts';
import { launch, type Launched } from '../supervise/launch.ts';
import { natsConfiguration } from './configuration.ts';
import { assertNatsSettings, readNatsSettings } from './read-back.ts';

export interface NatsOrder {
  readonly binary: string;
  readonly folder: string;
  readonly credentials: Credentials;
  readonly services: readonly string[];
  readonly removeAfter?: string;
}

export interface StartedNats {
  readonly url: string;
  readonly monitorUrl: string;
  readonly child: Child;
}

/** Starts a nats-server of our own and reads its settings back. Stops it again when one is not in force. */
export async function startNats(order: NatsOrder): Promise<StartedNats> {
  // The name is new at every start, so that an answer on our port is known to come from this very process.
  const serverName = `huiyin-${randomUUID()}`;
  const { child, ports } = await launchNats(order, serverName);
  const url = `nats://127.0.0.1:${ports[0]}`;
  const monitorUrl = `http://127.0.0.1:${ports[1]}`;
  try {
    const settings = await readNatsSettings(url, monitorUrl);
    if (settings.serverName !== serverName) throw new Error(`${monitorUrl} is answered by another nats-server (${settings.serverName}): end it, then start again`);
    assertNatsSettings(settings);
    return { url, monitorUrl, child };
  } catch (error) {
    await child.stop();
    throw error;
  }
}

function launchNats(order: NatsOrder, serverName: string): Promise<Launched> {
  const file = join(order.folder, 'nats.conf');
  const storeDirectory = join(order.folder, 'jetstream');
  return launch({
    name: 'nats-server',
    command: order.binary,
    folder: order.folder,
    portCount: 2,
    async prepare([port = 0, monitorPort = 0]) {
      const place = { serverName, host: '127.0.0.1', port, monitorPort, storeDirectory };
      await writeOwnerOnly(file, natsConfiguration(place, order.credentials, order.services));
      return ['-c', file];
    },
    isPortTaken: (_exit, log) => /address already in use/.test(log.slice(-2000)),
    explain: (_exit, log) => /\[FTL\] (.*)/.exec(log.slice(-2000))?.[1],
    ...(order.removeAfter ? { removeAfter: order.removeAfter } : {}),
  });
}
