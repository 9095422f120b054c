import { fileURLToPath } from 'node:url';

/** Root of the workspace: the same four levels above, from `src/files` and from `dist/files`. */
export const WORKSPACE = fileURLToPath(new URL('../../../../', import.meta.url));
