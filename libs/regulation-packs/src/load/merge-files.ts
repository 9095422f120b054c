import type { PackProblem, Position } from './pack-problem.ts';
import { pathBelow, Positions } from './positions.ts';
import type { YamlFile } from './read-yaml.ts';

type Tree = Record<string, unknown>;

/** Lists that several files of a pack may add to; anything else stands in one place. */
const growing = new Set(['effects', 'notes', 'notBuilt', 'cases', 'retention']);

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

/** One document of all files of a folder, in the order of their names. An item given twice is a problem. */
export function mergeFiles(files: readonly YamlFile[], name: string): { readonly value: Tree; readonly positions: Positions; readonly problems: readonly PackProblem[] } {
  const positions = new Positions(name);
  const problems: PackProblem[] = [];
  const whole: Tree = {};

  for (const file of files) {
    const here = (path: string): Position => file.places.get(path) ?? { file: file.file, line: 1, column: 1 };

    const add = (from: unknown, fromPath: string, toPath: string): void => {
      positions.set(toPath, here(fromPath));
      if (isTree(from)) for (const [key, value] of Object.entries(from)) add(value, pathBelow(fromPath, key), pathBelow(toPath, key));
      else if (Array.isArray(from)) from.forEach((value, index) => add(value, pathBelow(fromPath, index), pathBelow(toPath, index)));
    };

    const merge = (target: Tree, from: Tree, path: string): void => {
      for (const [key, value] of Object.entries(from)) {
        const below = pathBelow(path, key);
        if (key === '__proto__') {
          problems.push({ code: 'shape', severity: 'error', path: below, message: 'not a name', ...here(below) });
          continue;
        }
        const present = Object.hasOwn(target, key) ? target[key] : undefined;
        if (present === undefined) {
          target[key] = isTree(value) ? {} : Array.isArray(value) ? [] : value;
          positions.set(below, here(below));
        }
        if (isTree(value) && isTree(target[key])) merge(target[key], value, below);
        else if (Array.isArray(value) && Array.isArray(target[key]) && (present === undefined || growing.has(key))) {
          const start = (target[key] as unknown[]).length;
          value.forEach((item, index) => add(item, pathBelow(below, index), pathBelow(below, start + index)));
          (target[key] as unknown[]).push(...(value as unknown[]));
        } else if (present !== undefined) {
          const first = positions.of(below);
          problems.push({ code: 'duplicate', severity: 'error', path: below, message: `given already in ${first.file}:${first.line}`, ...here(below) });
        }
      }
    };

    if (isTree(file.value)) merge(whole, file.value, '');
    else if (file.value !== null && file.value !== undefined) problems.push({ code: 'shape', severity: 'error', path: '', message: 'a file of a pack is a map of sections', ...here('') });
  }
  return { value: whole, positions, problems };
}
