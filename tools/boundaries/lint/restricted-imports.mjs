/**
 * What the boundary rule cannot see: node built-ins, and packages that belong to one place.
 * Each entry is a pattern of `no-restricted-imports`.
 */

/** Rules and domain: their own files, other projects (the boundary rule says which) and pure packages, nothing else. */
export const onlyPurePackages = {
  regex: '^(?!\\.{1,2}/|@huiyin/|temporal-polyfill(/|$)|@marcbachmann/cel-js(/|$))',
  message: 'Rules and domain are pure: no framework, no driver, no node built-in.',
};

export const noFramework = {
  regex: '^(@nestjs/(?!swagger)|mongoose|mongodb|@nats-io/|fastify|@fastify/|rxjs)',
  message: 'Contracts are plain classes and data: no framework, no driver.',
};

export const noTestLibraries = {
  regex: '^(jest|@jest/|jest-|fast-check|testcontainers|@testcontainers/|@nestjs/testing|@huiyin/testing)(/|$|[a-z-])',
  message: 'Test libraries belong in specs and test folders.',
};

export const noDatabase = {
  regex: '^(mongoose|mongodb|@nestjs/mongoose)(/|$)',
  message: 'A database is reached through libs/platform/persistence or a persistence folder of the service that owns it.',
};

export const noBroker = {
  regex: '^(@nats-io/|nats(/|$))',
  message: 'The broker is reached through libs/platform/messaging.',
};

/** Tools may use the test harness and draw generated cases; they never need a test runner. */
export const noTestRunner = {
  regex: '^(jest|@jest/|jest-|testcontainers|@testcontainers/|@nestjs/testing)(/|$|[a-z-])',
  message: 'Test runners and containers belong in specs and test folders.',
};

/** @param {{ regex: string, message: string }[]} patterns */
export function restrictImports(...patterns) {
  return { 'no-restricted-imports': ['error', { patterns }] };
}
