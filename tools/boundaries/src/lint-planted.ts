import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { judge } from './judge.ts';
import type { Verdict } from './judge.ts';
import type { PlantedFile } from './planted-file.ts';

/**
 * Lints every planted file under the workspace's own configuration, as a text at its path: no file is written into a
 * project, so a run that dies leaves nothing behind and disturbs no build beside it. Rules that need types are off,
 * because a file that is not on disk belongs to no program.
 */
export async function lintPlanted(root: string, planted: readonly PlantedFile[]): Promise<Verdict[]> {
  const eslint = new ESLint({ cwd: root, ignore: false, overrideConfig: [tseslint.configs.disableTypeChecked as never] });
  const verdicts: Verdict[] = [];
  for (const one of planted) {
    mustBeInProject(root, one);
    const [result] = await eslint.lintText(one.code, { filePath: join(root, one.file) });
    verdicts.push(judge(one, result?.messages ?? []));
  }
  return verdicts;
}

/** Outside a project no boundary holds, so that a moved project would turn its violations into clean files. */
function mustBeInProject(root: string, { title, file }: PlantedFile): void {
  const project = file.replace(/\/(src|test|planted)\/.*/, '');
  if (!existsSync(join(root, project, 'package.json'))) throw new Error(`"${title}" is planted in ${project}, which is no project`);
}
