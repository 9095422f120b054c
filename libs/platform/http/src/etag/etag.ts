import { problem } from '../problem/problem-error.ts';

/** The version as a strong entity tag. */
export const etagOf = (version: number): string => `"${version}"`;

/**
 * The version that `If-Match` asks for; undefined for no header and for `*`.
 * @throws ProblemError `version-stale` (412) for a tag that is no version of ours: it cannot match.
 */
export function versionOfIfMatch(header: string | undefined): number | undefined {
  if (header === undefined || header.trim() === '*') return undefined;
  const version = /^\s*(?:W\/)?"(\d{1,15})"\s*$/.exec(header)?.[1];
  if (version === undefined) throw problem('version-stale');
  return Number(version);
}
