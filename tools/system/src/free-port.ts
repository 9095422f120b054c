import { createServer } from 'node:net';

/** The wanted port if it is free on loopback, else any free one. */
export async function freePort(wanted = 0): Promise<number> {
  const listened = await listen(wanted);
  return listened ?? (await listen(0)) ?? 0;
}

function listen(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });
}
