/** What `npm start -- …` was asked for. */
export interface StartOptions {
  readonly fresh: boolean;
  readonly oneProcess: boolean;
  readonly port: number;
  /** Names the data; two names run side by side. */
  readonly name: string;
}

export const USAGE = `npm start -- [--fresh] [--one-process] [--port N] [--name NAME]
  --fresh        begin with empty data
  --one-process  all services in one process (small machines, debugging)
  --port N       port of the gateway (default 8080, or a free one when it is taken)
  --name NAME    another set of data (default local)`;

const DEFAULT_PORT = 8080;

/** @throws Error naming the argument that is not understood */
export function readStartOptions(args: readonly string[]): StartOptions {
  let options: StartOptions = { fresh: false, oneProcess: false, port: DEFAULT_PORT, name: 'local' };
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index];
    if (argument === '--fresh') options = { ...options, fresh: true };
    else if (argument === '--one-process') options = { ...options, oneProcess: true };
    else if (argument === '--port') {
      index += 1;
      const port = Number(args[index]);
      if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`--port takes a port number, not ${JSON.stringify(args[index])}`);
      options = { ...options, port };
    } else if (argument === '--name') {
      index += 1;
      const name = args[index] ?? '';
      if (!/^[a-z][a-z0-9-]{0,30}$/.test(name)) throw new Error(`--name takes small letters, digits and hyphens, not ${JSON.stringify(args[index])}`);
      options = { ...options, name };
    } else throw new Error(`${JSON.stringify(argument)} is not understood.\n${USAGE}`);
  }
  return options;
}
