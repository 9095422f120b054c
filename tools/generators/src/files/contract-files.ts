import type { PackDocument } from '@huiyin/regulation-engine';
import { MatterEvent } from '@huiyin/contracts-kernel';
import { kebab } from '@huiyin/platform-http';
import { bodiesFile } from '../code/bodies-file.ts';
import { coreFile } from '../code/core-file.ts';
import { factsFile } from '../code/facts-file.ts';
import { indexFile } from '../code/index-file.ts';
import { registryFile } from '../code/registry-file.ts';
import { kindsOf, serviceOf } from '../model/read-core.ts';
import { actSchema, schemaNameOf } from '../schema/act-schema.ts';
import { classSchema } from '../schema/class-schema.ts';
import { jsonFile } from './generated-file.ts';
import type { GeneratedFile } from './generated-file.ts';

/** The service whose contracts hold the shared pieces of bodies. */
const GATEWAY = 'gateway';

/** Everything generated into `libs/contracts/<service>` from one core pack. */
export function contractFiles(core: PackDocument): readonly GeneratedFile[] {
  const service = serviceOf(core);
  const kinds = kindsOf(core);
  const code = `libs/contracts/${service}/src/generated`;
  const schemas = `libs/contracts/${service}/schemas`;
  const parts = service === GATEWAY ? '../body/index.ts' : `@huiyin/contracts-${GATEWAY}`;
  return [
    { path: `${code}/core.ts`, text: coreFile(core) },
    { path: `${code}/bodies.ts`, text: registryFile(service, kinds, parts) },
    { path: `${code}/index.ts`, text: indexFile(service, kinds) },
    ...kinds.flatMap((kind) => [
      { path: `${code}/${kebab(kind.kind)}.facts.ts`, text: factsFile(service, kind) },
      { path: `${code}/${kebab(kind.kind)}.bodies.ts`, text: bodiesFile(service, kind, parts) },
      ...kind.acts.map((act) => jsonFile(`${schemas}/${schemaNameOf(kind, act)}.json`, actSchema(kind, act))),
    ]),
  ];
}

/** The schema of the envelope of every event, from the class that services validate with. */
export function envelopeFile(): GeneratedFile {
  return jsonFile(`libs/contracts/${GATEWAY}/schemas/matter-event.v1.json`, classSchema('matter-event.v1', MatterEvent));
}
