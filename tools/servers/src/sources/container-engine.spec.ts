import { createServer, type RequestListener, type Server } from 'node:http';
import { join } from 'node:path';
import { removeFolder, scratchFolder } from '../../fixtures/workspace.ts';
import { containerEngine } from './container-engine.ts';

describe('asking for a container engine', () => {
  let folder: string;
  let server: Server | undefined;
  beforeEach(async () => {
    folder = await scratchFolder();
  });
  afterEach(async () => {
    server?.closeAllConnections();
    server?.close();
    await removeFolder(folder);
  });

  const listen = async (answer: RequestListener): Promise<Record<string, string>> => {
    const engine = createServer(answer);
    server = engine;
    await new Promise<void>((resolve) => engine.listen(0, '127.0.0.1', resolve));
    return { DOCKER_HOST: `tcp://127.0.0.1:${(engine.address() as { port: number }).port}` };
  };

  it('finds one that answers /_ping', async () => {
    const environment = await listen((request, response) => response.writeHead(request.url === '/_ping' ? 200 : 404).end('OK'));
    expect(await containerEngine(environment)).toEqual({ answers: true });
  });

  it('gives up after one second on a socket that takes the question and never answers', async () => {
    const environment = await listen(() => undefined);
    const begin = Date.now();
    expect(await containerEngine(environment)).toMatchObject({ answers: false, why: expect.stringContaining('no answer within 1 s') });
    expect(Date.now() - begin).toBeLessThan(2000);
  });

  it('takes an error as no engine', async () => {
    const environment = await listen((_request, response) => response.writeHead(503).end());
    expect(await containerEngine(environment)).toMatchObject({ answers: false, why: expect.stringContaining('/_ping answered 503') });
  });

  it('says which socket is not there', async () => {
    const missing = `unix://${join(folder, 'docker.sock')}`;
    expect(await containerEngine({ DOCKER_HOST: missing })).toMatchObject({ answers: false, why: expect.stringContaining(missing) });
  });

  it('says which addresses it understands', async () => {
    expect(await containerEngine({ DOCKER_HOST: 'ssh://somewhere' })).toMatchObject({ answers: false, why: expect.stringContaining('only unix:// and tcp://') });
  });
});
