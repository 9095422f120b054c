import { randomUUID } from 'node:crypto';
import type { BringUpOrder } from '../bring-up-order.ts';
import { runContainer } from '../sources/run-container.ts';
import { volumeName } from '../sources/volume-name.ts';
import { freePort } from '../supervise/free-port.ts';
import { natsConfiguration } from './configuration.ts';
import { assertNatsSettings, readNatsSettings } from './read-back.ts';

const CONFIGURATION = '/etc/nats/huiyin.conf';
const STORE = '/data';

type Order = BringUpOrder & { readonly image: string };

/** The official image with our configuration, its settings read back. */
export async function startNatsContainer(order: Order): Promise<{ url: string; monitorUrl: string; stop: () => Promise<void> }> {
  const { credentials, services } = order;
  const [port, monitorPort] = [await freePort(), await freePort()];
  const place = { serverName: `huiyin-${randomUUID()}`, host: '0.0.0.0', port, monitorPort, storeDirectory: STORE };
  const stop = await runContainer({
    image: order.image,
    ports: [port, monitorPort],
    command: ['-c', CONFIGURATION],
    files: [{ content: natsConfiguration(place, credentials, services), target: CONFIGURATION }],
    volume: { name: volumeName('nats', credentials), target: STORE },
    ephemeral: order.ephemeral,
  });
  const [url, monitorUrl] = [`nats://127.0.0.1:${port}`, `http://127.0.0.1:${monitorPort}`];
  try {
    const settings = await readNatsSettings(url, monitorUrl);
    if (settings.serverName !== place.serverName) throw new Error(`${monitorUrl} is answered by another nats-server (${settings.serverName})`);
    assertNatsSettings(settings);
    return { url, monitorUrl, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
