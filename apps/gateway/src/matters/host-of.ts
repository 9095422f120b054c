import { isServiceName, serviceOfId } from '@huiyin/contracts-kernel';
import type { MatterHead, ServiceName } from '@huiyin/contracts-kernel';
import { problem } from '@huiyin/platform-http';
import type { KindDescription } from '@huiyin/regulation-engine';

/**
 * The service that hosts a kind; tasks and decisions live everywhere, each beside the matter it is about.
 * @throws ProblemError 405 where such a kind would be created from outside
 */
export function hostOf(kind: KindDescription, target?: MatterHead): ServiceName {
  const service = target ? serviceOfId(target.matter.id) : kind.service;
  if (service === undefined || !isServiceName(service)) throw problem('method-not-allowed');
  return service;
}

export const livesEverywhere = (kind: KindDescription): boolean => !isServiceName(kind.service);
