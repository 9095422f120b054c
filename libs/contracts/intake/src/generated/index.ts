// Generated from libs/intake/domain/core.yaml by tools/generators. Edit that file and generate anew.
export * from './core.ts';
export * from './bodies.ts';
export type * from './customer.facts.ts';
export * from './customer.bodies.ts';
export type * from './price-item.facts.ts';
export * from './price-item.bodies.ts';
export type * from './contact.facts.ts';
export * from './contact.bodies.ts';
export type * from './service-request.facts.ts';
export * from './service-request.bodies.ts';
