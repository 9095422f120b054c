import type { ServiceName } from '@huiyin/contracts-kernel';

/** Tells the instance that holds a service's relay that another one has committed; losing it costs one idle interval. */
export const wakeSubject = (service: ServiceName): string => `wake.${service}`;
