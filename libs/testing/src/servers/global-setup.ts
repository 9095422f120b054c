import { openDesk } from './desk.ts';

/** Jest's globalSetup: opens the desk where specs ask for the shared servers. Starts no server yet. */
export default async function globalSetup(): Promise<void> {
  await openDesk();
}
