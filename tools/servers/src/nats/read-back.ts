import { natsKind } from '../sources/server-kind.ts';
import { isAtLeast, parseVersion, showVersion } from '../sources/version.ts';
import { refusesStrangers } from './connection.ts';

/** What the event path relies on and a running nats-server says about itself. */
export interface NatsSettings {
  readonly serverName: string;
  readonly version: string;
  readonly jetStream: boolean;
  /** A publish is acknowledged only after the disk has it. */
  readonly syncAlways: boolean;
  readonly authorization: boolean;
}

/** Reads the monitoring endpoint, and knocks once as a stranger. @throws when the endpoint does not answer. */
export async function readNatsSettings(url: string, monitorUrl: string): Promise<NatsSettings> {
  const answer = await fetch(`${monitorUrl}/varz`, { signal: AbortSignal.timeout(5000) }).catch((error: Error) => {
    throw new Error(
      `The settings of the nats-server at ${url} cannot be read back: ${monitorUrl} does not answer (${error.message}). ` +
        'Start it with "http: 127.0.0.1:8222" and set HUIYIN_SERVERS_NATS_MONITOR_URL to that address.',
    );
  });
  const settings = (await answer.json()) as { server_name: string; version: string; jetstream?: { config?: { sync_always?: boolean } } };
  return {
    serverName: settings.server_name,
    version: settings.version,
    jetStream: settings.jetstream?.config !== undefined,
    syncAlways: settings.jetstream?.config?.sync_always === true,
    authorization: await refusesStrangers(url),
  };
}

/** @throws a sentence with the remedy when a setting is not in force. */
export function assertNatsSettings(settings: NatsSettings): void {
  const version = parseVersion(settings.version);
  const minimum = showVersion(natsKind.minimum);
  const refusals = [
    !version || !isAtLeast(version, natsKind.minimum) ? `it is version ${settings.version}: upgrade it to ${minimum} or newer` : '',
    !settings.jetStream ? 'JetStream is off: add "jetstream { store_dir: … }" to its configuration' : '',
    settings.jetStream && !settings.syncAlways ? 'it acknowledges before the disk has the message: add "sync_interval: always" to its jetstream block' : '',
    !settings.authorization ? 'it lets strangers in: add the accounts that "node tools/servers/dist/main.js nats-accounts" prints' : '',
  ].filter(Boolean);
  if (refusals.length > 0) throw new Error(`This nats-server cannot be used: ${refusals.join('; ')}.`);
}
