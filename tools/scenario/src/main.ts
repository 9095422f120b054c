import { fileURLToPath } from 'node:url';
import { startSystem } from '@huiyin/system';
import { runCommand } from './command-line/run-command.ts';
import type { StartedSystem } from './command-line/run-command.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const complain = (text: string): void => void process.stderr.write(`${text}\n`);
let started: Promise<StartedSystem> | undefined;

const start = (): Promise<StartedSystem> => (started ??= startSystem({ root, ephemeral: true, simulation: true, log: complain }));

for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143]] as const) {
  process.once(signal, () => {
    const stopped = started?.then((system) => system.stop()) ?? Promise.resolve();
    void stopped.catch(() => undefined).finally(() => process.exit(code));
  });
}

process.exitCode = await runCommand(process.argv.slice(2), {
  environment: process.env,
  start,
  print: (text) => void process.stdout.write(`${text}\n`),
  complain,
});
