import { execFile } from 'node:child_process';
import { missingLibrarySentence } from './missing-library.ts';
import type { ServerKind } from './server-kind.ts';
import { isAtLeast, parseVersion, showVersion, type Version } from './version.ts';

export type Inspection = { readonly usable: true; readonly version: Version } | { readonly usable: false; readonly why: string };

/** Runs `<path> --version`; says why the binary cannot serve, in a sentence that tells how to mend it. */
export async function inspectBinary(kind: ServerKind, path: string): Promise<Inspection> {
  const { code, output } = await runVersion(path);
  if (code === 127) return { usable: false, why: missingLibrarySentence(path, output) };
  if (code !== 0) return { usable: false, why: `${path} does not run here: ${output.trim() || `exit code ${code}`}` };
  const version = parseVersion(output);
  if (!version) return { usable: false, why: `${path} --version names no version` };
  if (!isAtLeast(version, kind.minimum)) {
    return {
      usable: false,
      why: `${path} is ${kind.product} ${showVersion(version)}, older than ${showVersion(kind.minimum)}: install a newer one, or take it off PATH`,
    };
  }
  return { usable: true, version };
}

function runVersion(path: string): Promise<{ code: number | string; output: string }> {
  return new Promise((resolve) => {
    execFile(path, ['--version'], { timeout: 10_000 }, (error, stdout, stderr) => {
      if (!error) return resolve({ code: 0, output: stdout });
      resolve({ code: error.code ?? 'killed', output: `${stdout}${stderr}` || error.message });
    });
  });
}
