import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';
import { dependencyConstraints } from './tools/boundaries/lint/dependency-constraints.mjs';
import { fileNames } from './tools/boundaries/lint/file-names.mjs';
import { noImportCycle } from './tools/boundaries/lint/no-import-cycle.mjs';
import * as code from './tools/boundaries/lint/restricted-code.mjs';
import * as imports from './tools/boundaries/lint/restricted-imports.mjs';
import { sourcesOf, workspaceProjects } from './tools/boundaries/lint/workspace-projects.mjs';

const projects = await workspaceProjects();
const { restrictImports, noTestLibraries, noTestRunner, noDatabase, noBroker, noFramework, onlyPurePackages } = imports;

const TESTS = ['**/*.{spec,suite}.ts', '**/test/**/*.ts', 'libs/testing/**/*.ts', '**/fixtures/**/*.ts', 'tools/e2e/**/*.ts'];
const PERSISTENCE = ['libs/platform/persistence/src/**/*.ts', 'apps/*/src/**/persistence/**/*.ts'];
/** Tools that run the servers themselves. */
const SERVER_TOOLS = ['tools/servers/**/*.ts', 'tools/chaos/**/*.ts', 'tools/bench/**/*.ts'];

const boundaries = (tests) => [
  'error',
  {
    allow: [],
    banTransitiveDependencies: false,
    enforceBuildableLibDependency: false,
    allowCircularSelfDependency: tests,
    checkDynamicDependenciesExceptions: ['.*'],
    depConstraints: dependencyConstraints(projects, { tests }),
  },
];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.huiyin/**', '.nx/**', 'coverage/**', 'tools/boundaries/planted/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly', Buffer: 'readonly', fetch: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly', performance: 'readonly' } },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommended],
    plugins: { '@nx': nx, huiyin: { rules: { 'no-import-cycle': noImportCycle, 'file-names': fileNames } } },
    languageOptions: { parserOptions: { emitDecoratorMetadata: true, experimentalDecorators: true } },
    rules: {
      '@nx/enforce-module-boundaries': boundaries(false),
      'huiyin/no-import-cycle': 'error',
      'huiyin/file-names': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_', ignoreRestSiblings: true }],
      eqeqeq: 'error',
      'max-lines': ['error', { max: 300 }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'anywhere' }],
      ...restrictImports(noTestLibraries, noDatabase, noBroker),
      ...code.everywhere,
    },
  },
  {
    files: ['{apps,libs,tools}/**/src/**/*.ts'],
    ignores: TESTS,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { inheritedMethods: false } }],
    },
  },
  { files: ['libs/platform/{messaging,matters}/src/**/*.ts'], rules: restrictImports(noTestLibraries, noDatabase) },
  { files: PERSISTENCE, rules: { ...restrictImports(noTestLibraries, noBroker), ...code.inPersistence } },
  { files: ['tools/**/*.ts'], rules: restrictImports(noTestRunner, noDatabase, noBroker) },
  { files: SERVER_TOOLS, rules: { ...restrictImports(), ...code.inPersistence } },
  { files: sourcesOf(projects, 'type:contract'), rules: restrictImports(noTestLibraries, noFramework) },
  { files: sourcesOf(projects, 'type:rules', 'type:domain'), rules: { ...restrictImports(onlyPurePackages), ...code.pure } },
  {
    files: TESTS,
    rules: {
      '@nx/enforce-module-boundaries': boundaries(true),
      '@typescript-eslint/no-explicit-any': 'off',
      'max-lines': ['error', { max: 400 }],
      'no-restricted-imports': 'off',
      'no-restricted-properties': 'off',
      'no-restricted-globals': 'off',
      ...code.inTests,
    },
  },
  { files: ['**/generated/**/*.ts'], rules: { 'max-lines': 'off' } },
);
