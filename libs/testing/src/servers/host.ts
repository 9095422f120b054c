/** A process of its own that holds the shared servers of one jest run. Started by the desk, ends when it is gone. */
import { SERVICES, snapshotOf, startServers } from '@huiyin/servers';
import { workspaceRoot } from './workspace-root.ts';

const starting = startServers({ root: workspaceRoot(), name: 'jest', ephemeral: true });

const end = async (): Promise<void> => {
  await starting.then((set) => set.stop(), () => undefined);
  process.exit();
};
process.on('message', end);
process.on('disconnect', end);
process.on('SIGINT', () => undefined);

starting.then(
  (set) => process.send?.({ snapshot: JSON.stringify(snapshotOf(set, SERVICES)) }),
  (error: Error) => process.send?.({ error: error.message }),
);
