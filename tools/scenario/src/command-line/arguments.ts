import { parseArgs } from 'node:util';

export interface Arguments {
  /** Files and folders. */
  readonly paths: readonly string[];
  readonly json: boolean;
  /** A running system; absent: the runner starts one itself. */
  readonly system?: { readonly url: string; readonly platformKey: string };
}

export const USAGE = `usage: npm run --silent scenario -- FILE|FOLDER… [--json] [--url URL --platform-key KEY]

  FILE|FOLDER…        scenario files; of a folder every *.scenario.yaml below it
  --json              results for machines
  --url URL           a running system, instead of one that is started for this run
  --platform-key KEY  its platform key; also from HUIYIN_PLATFORM_KEY`;

/** The command line's meaning. Throws with a sentence where it has none. */
export function readArguments(argv: readonly string[], environment: NodeJS.ProcessEnv): Arguments {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, url: { type: 'string' }, 'platform-key': { type: 'string' } },
  });
  if (positionals.length === 0) throw new Error('name at least one scenario file or folder');
  const platformKey = values['platform-key'] ?? environment['HUIYIN_PLATFORM_KEY'];
  if (values.url === undefined) return { paths: positionals, json: values.json };
  if (platformKey === undefined) throw new Error('--url needs --platform-key or HUIYIN_PLATFORM_KEY: the runner opens operators');
  return { paths: positionals, json: values.json, system: { url: values.url, platformKey } };
}
