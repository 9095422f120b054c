/**
 * Loaded before a service (`node --import`): its standard input is a pipe from whoever started it, and ends when that
 * process ends, however it ended. So no service outlives `npm start`, not even after kill -9.
 */
process.stdin.resume();
process.stdin.once('close', () => process.kill(process.pid, 'SIGTERM'));
(process.stdin as { unref?: () => void }).unref?.();

export {};
