import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { natsBinary } from '../../fixtures/binaries.ts';
import { removeFolder, scratchFolder } from '../../fixtures/workspace.ts';
import type { Credentials } from '../credentials/credentials.ts';
import { completeCredentials } from '../credentials/generate.ts';
import { provisionStreams } from '../streams/provision-streams.ts';
import { withConnection } from './connection.ts';
import { readNatsSettings } from './read-back.ts';
import { startNats, type StartedNats } from './start-nats.ts';

const services = ['intake'];

describe('a nats-server of our own', () => {
  let folder: string;
  let credentials: Credentials;
  let nats: StartedNats | undefined;
  const start = async (): Promise<StartedNats> => {
    nats = await startNats({ binary: await natsBinary(), folder, credentials, services });
    await withConnection(nats.url, { seed: credentials.natsAdmin, inboxPrefix: '_INBOX_admin' }, (admin) => provisionStreams(admin, { services }));
    return nats;
  };
  beforeEach(async () => {
    folder = await scratchFolder();
    credentials = completeCredentials({}, services);
  });
  afterEach(async () => {
    await nats?.child.stop();
    await removeFolder(folder);
  });

  it('has JetStream on, syncs before it acknowledges and refuses strangers, read back from the running server', async () => {
    const { url, monitorUrl } = await start();
    expect(await readNatsSettings(url, monitorUrl)).toMatchObject({ jetStream: true, syncAlways: true, authorization: true });
  });

  it('finds every acknowledged event again after kill -9', async () => {
    const identity = { seed: credentials.nats['intake'] ?? '', inboxPrefix: '_INBOX_intake' };
    const first = await start();
    await withConnection(first.url, identity, async (connection) => {
      const stream = jetstream(connection, { checkAPI: false });
      for (let number = 0; number < 200; number += 1) await stream.publish(`evt.intake.${number % 8}.repair_file`, '', { msgID: `e${number}` });
    });
    process.kill(first.child.pid, 'SIGKILL');
    await first.child.exited;

    const second = await start();
    await withConnection(second.url, identity, async (connection) => {
      const { state } = await (await jetstreamManager(connection, { checkAPI: false })).streams.info('EVENTS');
      expect(state).toMatchObject({ messages: 200, last_seq: 200 });
    });
  });
});
