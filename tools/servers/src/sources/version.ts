/** Major and minor of a server; patch numbers decide nothing here. */
export interface Version {
  readonly major: number;
  readonly minor: number;
}

/** Reads the first `x.y` of a text such as `db version v6.0.5`; undefined when there is none. */
export function parseVersion(text: string): Version | undefined {
  const match = /(\d+)\.(\d+)/.exec(text);
  return match ? { major: Number(match[1]), minor: Number(match[2]) } : undefined;
}

export function isAtLeast(version: Version, minimum: Version): boolean {
  return version.major > minimum.major || (version.major === minimum.major && version.minor >= minimum.minor);
}

export const showVersion = (version: Version): string => `${version.major}.${version.minor}`;
