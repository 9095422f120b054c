import { closeDesk } from './desk.ts';

/** Jest's globalTeardown: stops the shared servers where some spec asked for them. */
export default async function globalTeardown(): Promise<void> {
  await closeDesk();
}
