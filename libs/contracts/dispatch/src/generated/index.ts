// Generated from libs/dispatch/domain/core.yaml by tools/generators. Edit that file and generate anew.
export * from './core.ts';
export * from './bodies.ts';
export type * from './team.facts.ts';
export * from './team.bodies.ts';
export type * from './work-order.facts.ts';
export * from './work-order.bodies.ts';
