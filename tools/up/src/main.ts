import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startSystem } from '@huiyin/system';
import { readDemoRecord, writeDemoRecord } from './demo-record.ts';
import { prepareStory } from './prepare-story.ts';
import { seedDemo } from './seed-demo.ts';
import { readStartOptions } from './start-options.ts';
import { tellStory } from './tell-story.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const say = (line: string): void => void process.stdout.write(`  ${line}\n`);

async function main(): Promise<void> {
  const began = Number(process.env['HUIYIN_STARTED_AT'] ?? Date.now());
  const options = readStartOptions(process.argv.slice(2));
  const recordFile = join(root, '.huiyin', 'data', `${options.name}.demo.json`);
  const known = options.fresh ? undefined : await readDemoRecord(recordFile);
  const platformKey = known?.platformKey ?? randomBytes(24).toString('base64url');
  process.stdout.write('▸ servers and services …\n');
  const system = await startSystem({ root, name: options.name, fresh: options.fresh, gatewayPort: options.port, simulation: true, platformKey, oneProcess: options.oneProcess, log: say });
  let stopping: Promise<void> | undefined;
  const stop = (code: number): void => {
    stopping ??= system.stop().then(
      () => process.exit(code),
      (fault: unknown) => {
        console.error(fault);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', () => stop(0));
  process.on('SIGTERM', () => stop(0));
  void system.servers.lost.then((reason) => {
    if (stopping) return;
    console.error(`\n✗ ${reason}\n`);
    stop(1);
  });
  try {
    await writeDemoRecord(recordFile, { ...known, platformKey });
    const operatorId = known?.operatorId ?? (await seeded(system, recordFile, platformKey));
    const story = await prepareStory(system.url, operatorId);
    process.stdout.write(`${tellStory(system.url, operatorId, story, ((Date.now() - began) / 1000).toFixed(1))}\n`);
  } catch (fault) {
    await system.stop();
    throw fault;
  }
}

async function seeded(system: { readonly url: string; readonly platformKey: string }, recordFile: string, platformKey: string): Promise<string> {
  process.stdout.write('▸ demo operator: a week of work through the gateway …\n');
  const operatorId = await seedDemo(system);
  await writeDemoRecord(recordFile, { platformKey, operatorId });
  return operatorId;
}

main().catch((fault: unknown) => {
  console.error(`\n✗ ${(fault as Error).message}\n`);
  process.exit(1);
});
