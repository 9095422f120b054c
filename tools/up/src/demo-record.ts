import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What a later start must know of the demo operator; kept beside the data it belongs to, readable by its owner only. */
export interface DemoRecord {
  readonly platformKey: string;
  readonly operatorId?: string;
}

export async function readDemoRecord(file: string): Promise<DemoRecord | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as DemoRecord;
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`${file} cannot be read (${(fault as Error).message}); npm start -- --fresh begins anew`);
  }
}

export async function writeDemoRecord(file: string, record: DemoRecord): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(record, undefined, 2)}\n`, { mode: 0o600 });
  await chmod(file, 0o600);
}
