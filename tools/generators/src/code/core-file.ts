import type { PackDocument } from '@huiyin/regulation-engine';
import { serviceOf } from '../model/read-core.ts';
import { headerOf } from './header.ts';
import { printLiteral } from './print-literal.ts';

/** `core.ts`: the core pack itself, so that a policy can be composed without reading another service's files. */
export function coreFile(core: PackDocument): string {
  const service = serviceOf(core);
  return `${headerOf(service)}import type { PackDocument } from '@huiyin/regulation-engine';

/** Core kinds of ${service}. */
export const ${service}Core: PackDocument = ${printLiteral(core)};
`;
}
