import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PolicyDocument } from '@huiyin/regulation-engine';
import { goldenDirectory } from '../load/pack-directory.ts';
import type { Golden, GoldenHistory } from './golden-matter.ts';

const policyFile = (directory: string, hash: string): string => join(directory, 'policies', `${hash}.json`);

/** Names of the stored histories. */
export function listGolden(directory: string = goldenDirectory): readonly string[] {
  return existsSync(directory) ? readdirSync(directory).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length)).sort() : [];
}

export function readGolden(name: string, directory: string = goldenDirectory): Golden {
  const history = JSON.parse(readFileSync(join(directory, `${name}.json`), 'utf8')) as GoldenHistory;
  return { history, policy: JSON.parse(readFileSync(policyFile(directory, history.policy), 'utf8')) as PolicyDocument };
}

/** One act, event or matter a line, so that a difference can be read. */
function text({ name, policy, people, acts, events, matters }: GoldenHistory): string {
  const list = (items: readonly unknown[]): string => `[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]`;
  const map = Object.entries(matters).map(([id, matter]) => `${JSON.stringify(id)}: ${JSON.stringify(matter)}`);
  return `{\n"name": ${JSON.stringify(name)},\n"policy": ${JSON.stringify(policy)},\n"people": ${list(people)},\n"acts": ${list(acts)},\n"events": ${list(events)},\n"matters": {\n${map.join(',\n')}\n}\n}\n`;
}

/**
 * Stores a history and its policy. What is stored stays: a history of that name is never written again.
 * @throws RangeError where there is one
 */
export function writeGolden({ history, policy }: Golden, directory: string = goldenDirectory): string {
  const file = join(directory, `${history.name}.json`);
  if (existsSync(file)) throw new RangeError(`the history ${history.name} is stored already, and stays as it is`);
  mkdirSync(join(directory, 'policies'), { recursive: true });
  if (!existsSync(policyFile(directory, history.policy))) writeFileSync(policyFile(directory, history.policy), `${JSON.stringify(policy)}\n`);
  writeFileSync(file, text(history));
  return file;
}
