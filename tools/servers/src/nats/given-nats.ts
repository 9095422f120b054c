import type { Credentials } from '../credentials/credentials.ts';
import { inboxPrefix } from '../subjects/subjects.ts';
import { withConnection } from './connection.ts';
import { assertNatsSettings, readNatsSettings } from './read-back.ts';

/**
 * Takes a nats-server that somebody else runs: reads its settings back and knocks with the provisioning identity.
 * @throws when a setting is not in force or the server does not know our identities.
 */
export async function useGivenNats(url: string, monitorUrl: string | undefined, credentials: Credentials): Promise<{ url: string; monitorUrl: string }> {
  const monitor = monitorUrl ?? `http://${new URL(url).hostname}:8222`;
  assertNatsSettings(await readNatsSettings(url, monitor));
  await withConnection(url, { seed: credentials.natsAdmin, inboxPrefix: inboxPrefix('admin') }, async () => undefined).catch((error: Error) => {
    throw new Error(
      `The nats-server at ${url} does not know our identities (${error.message}): put the accounts into its configuration ` +
        'that "node tools/servers/dist/main.js nats-accounts" prints, and reload it.',
    );
  });
  return { url, monitorUrl: monitor };
}
