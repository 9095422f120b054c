import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readOptions, USAGE } from './command-line/options.ts';
import { up } from './command-line/up.ts';
import { provisionContainers } from './compose/provision-containers.ts';
import { writeContainerCredentials } from './compose/write-credentials.ts';
import { dataFolderOf } from './data-folder.ts';
import { credentialsIn } from './credentials/store.ts';
import { natsAccounts } from './nats/configuration.ts';
import { mkdir } from 'node:fs/promises';

const root = join(fileURLToPath(import.meta.url), '../../../..');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const { services, directory, name } = options;
  switch (options.command) {
    case 'up':
      return up({ root, name, fresh: options.fresh, services, say });
    case 'nats-accounts': {
      const { folder } = dataFolderOf({ root, name });
      await mkdir(folder, { recursive: true, mode: 0o700 });
      return say(natsAccounts(await credentialsIn(folder, services), services));
    }
    case 'credentials':
      return writeContainerCredentials(directory, services, options);
    case 'provision':
      return provisionContainers(directory, services, { ...options, monitorUrl: options.monitor });
    default:
      say(USAGE);
  }
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
