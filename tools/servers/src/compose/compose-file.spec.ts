import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { root } from '../../fixtures/workspace.ts';
import { MONGO_ADMIN } from '../credentials/credentials.ts';
import { REPLICA_SET, TRANSACTION_SECONDS } from '../mongo/address.ts';

const run = promisify(execFile);
const read = (path: string): Promise<string> => readFile(join(root, path), 'utf8');

async function specification(): Promise<ValidateFunction> {
  const schema = JSON.parse(await read('tools/servers/fixtures/compose-spec/compose-spec.json'));
  return new Ajv2020({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
}

interface Service {
  readonly image?: string;
  readonly command?: readonly string[];
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly build?: { readonly args: Readonly<Record<string, string>> };
  readonly depends_on?: unknown;
}

describe('docker-compose.yml', () => {
  let compose: { services: Record<string, Service> };
  const service = (name: string): Service => compose.services[name] ?? {};
  beforeAll(async () => {
    compose = parse(await read('docker-compose.yml'), { merge: true });
  });

  it('is valid by the schema of the Compose specification', async () => {
    const validate = await specification();
    validate(compose);
    expect(validate.errors).toBeNull();
  });

  it('is refused by that schema when something in it is wrong', async () => {
    const validate = await specification();
    expect(validate({ ...compose, services: { ...compose.services, mongo: { image: 'mongo:7', comand: [] } } })).toBe(false);
  });

  it('is accepted by docker compose where that exists', async () => {
    const exists = await run('docker', ['compose', 'version']).then(() => true, () => false);
    const checked = exists ? await run('docker', ['compose', 'config', '--quiet'], { cwd: root, env: { ...process.env, HUIYIN_PLATFORM_KEY: 'k' } }) : undefined;
    expect(checked?.stderr ?? '').toBe('');
  });

  it('runs the official servers with the settings that the services rely on', () => {
    const [mongo, nats] = [service('mongo'), service('nats')];
    expect([mongo.image, nats.image]).toEqual(['mongo:7', 'nats:2.12-alpine']);
    expect(mongo.command).toEqual(['mongod', '--replSet', REPLICA_SET, '--keyFile', '/run/huiyin/mongo/key-file', '--bind_ip_all', '--setParameter', `transactionLifetimeLimitSeconds=${TRANSACTION_SECONDS}`]);
    expect(mongo.environment?.['MONGO_INITDB_ROOT_USERNAME']).toBe(MONGO_ADMIN);
    expect([mongo.ports, nats.ports]).toEqual([undefined, undefined]);
  });

  it.each(['gateway', 'intake', 'dispatch'])('gives %s its own secrets and no others, read-only, and waits until all is provisioned', (name) => {
    const { volumes, build, depends_on: waits } = service(name);
    expect(volumes).toEqual([`${name}-secrets:/run/huiyin:ro`]);
    expect(build?.args['SERVICE']).toBe(name);
    expect(waits).toEqual({ provision: { condition: 'service_completed_successfully' } });
    expect(service(name)).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
  });

  it('keeps the administrator’s secrets with the one-shot containers', () => {
    const holders = Object.entries(compose.services).filter(([, { volumes }]) => volumes?.some((volume) => volume.startsWith('admin-secrets')));
    expect(holders.map(([name]) => name)).toEqual(['credentials', 'provision']);
  });

  it('asks for a platform key instead of shipping one', () => {
    expect(service('gateway').environment?.['HUIYIN_PLATFORM_KEY']).toMatch(/^\$\{HUIYIN_PLATFORM_KEY:\?/);
  });
});

describe('Dockerfile', () => {
  it('builds in one stage, runs in another as somebody else than root, and starts the service it was built for', async () => {
    const lines = (await read('Dockerfile')).split('\n');
    expect(lines.filter((line) => line.startsWith('FROM node:24-slim'))).toHaveLength(2);
    const last = lines.slice(lines.lastIndexOf('FROM node:24-slim'));
    expect(last).toEqual(expect.arrayContaining(['ARG SERVICE=gateway', 'USER node', expect.stringContaining('apps/$SERVICE/dist/main.js')]));
  });

  it('brings no secrets, histories or builds of this machine into the image', async () => {
    const ignored = (await read('.dockerignore')).split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['.git', '.huiyin', '.env', '**/node_modules', '**/dist']));
  });
});
