import { parseArgs } from 'node:util';
import { SERVICES } from '../subjects/subjects.ts';

export const USAGE = `node tools/servers/dist/main.js [up | nats-accounts | credentials | provision] [options]
  up             (default) starts MongoDB and nats-server, prints their addresses, stops them on Ctrl-C
  nats-accounts  prints the accounts for the configuration of a nats-server that you run yourself
  credentials    writes the secrets for containers into --directory
  provision      creates users, stream and consumers on the containers' servers
  --name NAME        data folder .huiyin/data/NAME (local)
  --fresh            throws its data away first
  --services a,b     services to create identities for (all)
  --directory DIR    where the containers' secrets are
  --mongo HOST:PORT  --nats HOST:PORT  --monitor URL   addresses between containers`;

/** Reads the command line. @throws when an option is unknown. */
export function readOptions(args: readonly string[]) {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      name: { type: 'string', default: 'local' },
      fresh: { type: 'boolean', default: false },
      services: { type: 'string', default: SERVICES.join(',') },
      directory: { type: 'string', default: '/run/huiyin' },
      mongo: { type: 'string', default: 'mongo:27017' },
      nats: { type: 'string', default: 'nats:4222' },
      monitor: { type: 'string', default: 'http://nats:8222' },
      help: { type: 'boolean', default: false },
    },
  });
  return { ...values, command: values.help ? 'help' : (positionals[0] ?? 'up'), services: values.services.split(',') };
}
