import { fakeBinary, removeFolder, scratchFolder } from '../../fixtures/workspace.ts';
import { inspectBinary } from './inspect-binary.ts';
import { mongodKind, natsKind } from './server-kind.ts';

describe('a binary that was found', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await scratchFolder();
  });
  afterEach(() => removeFolder(folder));

  it.each([
    [mongodKind, 'db version v6.0.5', 'of the oldest version that serves'],
    [mongodKind, 'db version v10.1.0', 'with a major of two digits'],
    [natsKind, 'nats-server: v2.10.0', 'of the oldest nats-server that serves'],
  ])('is usable: %s %s, %s', async (kind, says) => {
    const path = await fakeBinary(folder, kind.binary, `echo "${says}"`);
    expect(await inspectBinary(kind, path)).toMatchObject({ usable: true });
  });

  it.each([
    [mongodKind, 'db version v5.0.30', 'MongoDB 5.0, older than 6.0: install a newer one, or take it off PATH'],
    [natsKind, 'nats-server: v2.9.10', 'nats-server 2.9, older than 2.10: install a newer one, or take it off PATH'],
  ])('is refused when it is too old, with what to do: %s %s', async (kind, says, sentence) => {
    const path = await fakeBinary(folder, kind.binary, `echo "${says}"`);
    expect(await inspectBinary(kind, path)).toEqual({ usable: false, why: `${path} is ${sentence}` });
  });

  it('is refused with the package to install when the loader misses a library (exit 127)', async () => {
    const complaint = 'mongod: error while loading shared libraries: libcurl.so.4: cannot open shared object file: No such file or directory';
    const path = await fakeBinary(folder, 'mongod', `echo "${complaint}" >&2; exit 127`);
    expect(await inspectBinary(mongodKind, path)).toEqual({
      usable: false,
      why: `${path} needs the library libcurl.so.4, which is not here: install it with "apt-get install libcurl4" (Debian, Ubuntu) or "dnf install libcurl" (Fedora, RHEL)`,
    });
  });

  it('is refused with the name of a library that no table knows', async () => {
    const path = await fakeBinary(folder, 'mongod', 'echo "error while loading shared libraries: libodd.so.9: cannot open" >&2; exit 127');
    expect(await inspectBinary(mongodKind, path)).toMatchObject({ usable: false, why: expect.stringContaining('needs the library libodd.so.9') });
  });

  it('is refused with its own words when it fails otherwise', async () => {
    const path = await fakeBinary(folder, 'mongod', 'echo "Illegal instruction" >&2; exit 132');
    expect(await inspectBinary(mongodKind, path)).toEqual({ usable: false, why: `${path} does not run here: Illegal instruction` });
  });

  it('is refused when it names no version', async () => {
    const path = await fakeBinary(folder, 'mongod', 'echo hello');
    expect(await inspectBinary(mongodKind, path)).toEqual({ usable: false, why: `${path} --version names no version` });
  });
});
