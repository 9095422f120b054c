export { startSystem, SERVICES_BUILT } from './start-system.ts';
export type { RunningSystem, SystemOptions } from './start-system.ts';
export type { ServiceProcess } from './service-process.ts';
