// Generated from libs/gateway/domain/core.yaml by tools/generators. Edit that file and generate anew.
export * from './core.ts';
export * from './bodies.ts';
export type * from './staff-member.facts.ts';
export * from './staff-member.bodies.ts';
export type * from './operator.facts.ts';
export * from './operator.bodies.ts';
export type * from './policy.facts.ts';
export * from './policy.bodies.ts';
export type * from './task.facts.ts';
export * from './task.bodies.ts';
export type * from './decision.facts.ts';
export * from './decision.bodies.ts';
export type * from './threshold.facts.ts';
export * from './threshold.bodies.ts';
export type * from './indicator-result.facts.ts';
export * from './indicator-result.bodies.ts';
