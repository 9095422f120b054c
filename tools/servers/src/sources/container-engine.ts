import { request, type RequestOptions } from 'node:http';

export type Engine = { readonly answers: true } | { readonly answers: false; readonly why: string };

const PATIENCE_MS = 1000;

/** Asks the container engine's `/_ping`, one second at most: client libraries hang for minutes on a dead socket. */
export function containerEngine(environment: Record<string, string | undefined>): Promise<Engine> {
  const address = environment['DOCKER_HOST'] ?? 'unix:///var/run/docker.sock';
  const silent = (why: string): Engine => ({ answers: false, why: `no container engine answers at ${address} (${why})` });
  const target = targetOf(address);
  if (!target) return Promise.resolve(silent('only unix:// and tcp:// addresses are understood'));
  return new Promise((resolve) => {
    const ping = request({ ...target, path: '/_ping', timeout: PATIENCE_MS }, (response) => {
      response.resume();
      resolve(response.statusCode === 200 ? { answers: true } : silent(`/_ping answered ${response.statusCode}`));
    });
    const deadline = setTimeout(() => ping.destroy(new Error('no answer within 1 s')), PATIENCE_MS);
    ping.on('error', (error) => resolve(silent(error.message)));
    ping.on('close', () => clearTimeout(deadline));
    ping.end();
  });
}

function targetOf(address: string): RequestOptions | undefined {
  if (address.startsWith('unix://')) return { socketPath: address.slice('unix://'.length) };
  if (!address.startsWith('tcp://')) return undefined;
  const { hostname, port } = new URL(address.replace('tcp:', 'http:'));
  return { hostname, port: port || '2375' };
}
