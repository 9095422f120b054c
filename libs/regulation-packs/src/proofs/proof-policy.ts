import { join } from 'node:path';
import { compilePolicy } from '@huiyin/regulation-engine';
import type { CompiledPolicy, FactMap } from '@huiyin/regulation-engine';
import { composePolicy } from '../compose/compose-policy.ts';
import { policyHash } from '../compose/policy-hash.ts';
import { loadCore, loadPack } from '../load/load-pack.ts';
import { listCores, proofsDirectory } from '../load/pack-directory.ts';

/** Folder of a pack that proves the language and is not adopted. */
export const proofDirectory = (id: string): string => join(proofsDirectory, id);

/** The policy of a proving pack on top of the services' cores, with the calendar of the cards: Shanghai, China's holidays of 2026. */
export function proofPolicy(id: string, overrides?: FactMap): CompiledPolicy {
  const document = composePolicy({
    cores: listCores().map((file) => loadCore(file).document),
    packs: [loadPack(proofDirectory(id)).document],
    calendar: { zone: 'Asia/Shanghai', hours: '08:30-12:00,13:30-17:30', country: 'CN' },
    ...(overrides && { overrides }),
  });
  return compilePolicy(document, { hash: policyHash(document) });
}

/** `09-21T14:00` of 2026 in Shanghai, as RFC 3339 UTC. */
export const local = (text: string): string => new Date(`2026-${text}+08:00`).toISOString();
