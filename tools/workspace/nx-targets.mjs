/**
 * Nx plugin: every package of the workspace can be built and tested alone, without a line of its own.
 * `nx build dispatch`, `nx test dispatch`, `nx affected -t build test`; services also `nx serve dispatch`.
 */
import { dirname } from 'node:path';

const JEST = 'node --experimental-vm-modules --no-warnings node_modules/jest/bin/jest.js --passWithNoTests';

export const createNodesV2 = [
  '{apps,libs,tools}/**/package.json',
  (files) =>
    files
      .filter((file) => !file.includes('node_modules') && !file.includes('/dist/'))
      .map((file) => {
        const root = dirname(file);
        const targets = {
          build: { command: `tsc --build ${root}`, cache: true, dependsOn: ['^build'], inputs: ['default', '^default'], outputs: [`{workspaceRoot}/${root}/dist`] },
          test: { command: `${JEST} ${root}/`, cache: true, inputs: ['default', '^default'] },
          ...(root.startsWith('apps/') ? { serve: { command: `node --enable-source-maps ${root}/dist/main.js`, dependsOn: ['build'], continuous: true } } : {}),
        };
        return [file, { projects: { [root]: { targets } } }];
      }),
];
