import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { CompileCost, PolicyName } from './compile-once.ts';

const script = fileURLToPath(new URL('./compile-once.js', import.meta.url));

/** What compiling a policy of the bench takes, in a process that does nothing else. Parsing its JSON is counted, parsing the packs' YAML is not. */
export function compileCost(policy: PolicyName): CompileCost {
  return JSON.parse(execFileSync(process.execPath, ['--expose-gc', script, policy], { encoding: 'utf8' })) as CompileCost;
}
