import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Answers once something takes connections on this loopback port, or as soon as `givenUp` is aborted.
 * @throws after `patienceMs`.
 */
export async function awaitPort(port: number, givenUp?: AbortSignal, patienceMs = 60_000): Promise<void> {
  for (const end = Date.now() + patienceMs; !givenUp?.aborted && !(await takesConnections(port)); await pause(15)) {
    if (Date.now() > end) throw new Error(`nothing took connections on port ${port} within ${patienceMs / 1000} s: read the server's log`);
  }
}

function takesConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
