export { useSystem } from './use-system.ts';
export { Operator } from './operator.ts';
export { Caller } from './caller.ts';
