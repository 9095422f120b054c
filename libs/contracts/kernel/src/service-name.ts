/** The services of the system, in the order that ids carry. */
export { isServiceName, SERVICE_NAMES } from '@huiyin/regulation-engine';
export type { ServiceName } from '@huiyin/regulation-engine';
