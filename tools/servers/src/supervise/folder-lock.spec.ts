import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { removeFolder, scratchFolder } from '../../fixtures/workspace.ts';
import { lockFolder } from './folder-lock.ts';
import { commandLineOf } from './processes.ts';

describe('the lock of a data folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await scratchFolder();
  });
  afterEach(() => removeFolder(folder));

  const heldBy = (pid: number, commandLine: string): Promise<void> => writeFile(join(folder, 'supervisor.json'), JSON.stringify({ pid, commandLine }));

  it('is given to one at a time', async () => {
    const release = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow(`is in use by process ${process.pid}: stop that one first, or choose another name`);
    await release();
    await (await lockFolder(folder))();
  });

  it('is refused while its holder lives', async () => {
    const holder = spawn('sleep', ['30']);
    await new Promise((resolve) => holder.once('spawn', resolve));
    await heldBy(holder.pid ?? 0, await commandLineOf(holder.pid ?? 0));
    await expect(lockFolder(folder)).rejects.toThrow(`in use by process ${holder.pid}`);
    holder.kill('SIGKILL');
  });

  it('is void when its holder is gone', async () => {
    await heldBy(2 ** 22 + 1, 'node somewhere');
    await (await lockFolder(folder))();
  });

  it('is void when its holder’s number went to another program', async () => {
    await heldBy(process.ppid, 'node of an earlier boot');
    await (await lockFolder(folder))();
  });
});
