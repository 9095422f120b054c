import type { PackDocument } from '@huiyin/regulation-engine';
import { listCores, loadCore } from '@huiyin/regulation-packs';
import { contractFiles, envelopeFile } from './files/contract-files.ts';
import type { GeneratedFile } from './files/generated-file.ts';
import { jsonFile } from './files/generated-file.ts';
import { serviceOf } from './model/read-core.ts';
import { OPENAPI_INFO } from './openapi/info.ts';
import { openapiOf } from './openapi/openapi-of.ts';
import type { OpenApiDocument } from './openapi/document.ts';

/** The core packs of the workspace's services, in the order of their names. */
export const coresOfWorkspace = (): readonly PackDocument[] => listCores().map((file) => loadCore(file).document);

/** The gateway's document as it is committed. */
export const openapiOfWorkspace = (): OpenApiDocument => openapiOf(coresOfWorkspace(), OPENAPI_INFO);

/** Everything that follows from the core packs, and the folders that hold nothing else. */
export function generate(): { readonly files: readonly GeneratedFile[]; readonly folders: readonly string[] } {
  const cores = coresOfWorkspace();
  const folders = cores.flatMap((core) => [`libs/contracts/${serviceOf(core)}/src/generated`, `libs/contracts/${serviceOf(core)}/schemas`]);
  return { files: [...cores.flatMap(contractFiles), envelopeFile(), jsonFile('apps/gateway/openapi.json', openapiOf(cores, OPENAPI_INFO))], folders };
}
