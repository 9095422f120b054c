import { compilePolicy } from '@huiyin/regulation-engine';
import type { PolicyDocument } from '@huiyin/regulation-engine';
import { composePolicy, lintPolicy, listCores, loadCore, loadPack, policyHash } from '@huiyin/regulation-packs';
import type { LoadedPack, PackProblem } from '@huiyin/regulation-packs';
import { effectivePack } from '../overrides/effective-pack.ts';
import type { PolicyParts } from '../policy-parts.ts';
import type { Finding, LookedAt } from './looked-at.ts';

/**
 * Puts a policy together from the regulations of this system, lints it again with the operator's overrides in, and compiles it. Conflicts
 * between regulations are among the findings.
 * @throws PackRefusedError for a regulation that cannot be read, CalendarError for a calendar that cannot be compiled
 */
export function lookAtPolicy({ zone, packs, overrides, calendar }: PolicyParts): LookedAt {
  const cores = listCores().map(loadCore);
  const adopted = packs.map((id) => loadPack(id));
  const document = composePolicy({ cores: cores.map((core) => core.document), packs: adopted.map((pack) => pack.document), overrides, calendar, zone });
  const effective = (loaded: LoadedPack): LoadedPack => ({ ...loaded, document: effectivePack(loaded.document, overrides) });
  const all = [...cores, ...adopted];
  const linted = lintPolicy({ cores: cores.map(effective), packs: adopted.map(effective) }).map((problem) => findingOf(problem, all));
  const hash = policyHash(document);
  return { hash, document, findings: [...linted, ...compiling(document, hash, all, linted)] };
}

function findingOf({ path, ...problem }: PackProblem, packs: readonly LoadedPack[]): Finding {
  const owner = packs.find(({ positions }) => folderOf(positions.of('').file) === folderOf(problem.file));
  return { ...problem, item: [owner?.document.pack, path].filter((part) => part !== undefined && part !== '').join('/') };
}

const folderOf = (file: string): string => file.slice(0, Math.max(0, file.lastIndexOf('/')));

/** What compiling finds beyond the linter: the calendar, and overrides that fit nothing. */
function compiling(document: PolicyDocument, hash: string, packs: readonly LoadedPack[], known: readonly Finding[]): readonly Finding[] {
  return compilePolicy(document, { hash }).problems.flatMap(({ pack, item, code, message, severity }) => {
    const owner = packs.find((loaded) => loaded.document.pack === pack) ?? packs.at(-1);
    const finding: Finding = { code, severity, message, item: [pack, item].filter((part) => part !== '').join('/'), ...(owner?.positions.of(item) ?? { file: pack, line: 1, column: 1 }) };
    return known.some((other) => other.code === code && other.item === finding.item) ? [] : [finding];
  });
}
