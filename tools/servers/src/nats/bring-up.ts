import { asUp, type BringUpOrder, type Up } from '../bring-up-order.ts';
import { serverFolder } from '../data-folder.ts';
import { chooseSource } from '../sources/choose.ts';
import { natsKind } from '../sources/server-kind.ts';
import { useGivenNats } from './given-nats.ts';
import { startNatsContainer } from './nats-container.ts';
import { startNats } from './start-nats.ts';

export interface NatsUp extends Up {
  readonly url: string;
  readonly monitorUrl: string;
}

/** A nats-server from the first source that is to be had, with its identities and its settings read back. */
export async function bringUpNats(order: BringUpOrder, url: string | undefined, monitorUrl: string | undefined): Promise<NatsUp> {
  const source = await chooseSource(natsKind, { ...order, url });
  const { credentials, services } = order;
  if (source.kind === 'url') {
    const monitor = monitorUrl ?? order.environment['HUIYIN_SERVERS_NATS_MONITOR_URL'];
    return { ...(await useGivenNats(source.url, monitor, credentials)), chosen: source.chosen, stop: async () => undefined };
  }
  const folder = serverFolder.nats(order.folder);
  if (source.kind === 'container') {
    return { ...(await startNatsContainer({ ...order, folder, image: source.image })), chosen: source.chosen };
  }
  const { child, ...addresses } = await startNats({ binary: source.path, folder, credentials, services, ...(order.ephemeral ? { removeAfter: folder } : {}) });
  return { ...addresses, chosen: source.chosen, ...asUp(child) };
}
