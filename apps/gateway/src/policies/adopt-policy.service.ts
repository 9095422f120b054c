import { Injectable } from '@nestjs/common';
import { problem } from '@huiyin/platform-http';
import type { Fault } from '@huiyin/platform-http';
import { compilePolicy } from '@huiyin/regulation-engine';
import type { FactMap, PolicyDocument } from '@huiyin/regulation-engine';
import type { CalendarDocument } from '@huiyin/deadline-rules';
import { composePolicy, listCores, listPacks, loadCore, loadPack, policyHash } from '@huiyin/regulation-packs';
import { PolicyRepository } from '../persistence/policy.repository.ts';

export interface Adoption {
  readonly zone: string;
  readonly packs: readonly string[];
  readonly overrides: FactMap;
  readonly calendar: CalendarDocument;
}

const plain = (pointer: string, code: string, text: string): Fault => ({ pointer, code, message: () => text });

/** Puts an operator's policy together, compiles it and keeps it by the hash of its content. */
@Injectable()
export class AdoptPolicy {
  constructor(private readonly repository: PolicyRepository) {}

  /** @throws ProblemError 422 naming each unknown pack and everything that compiling found wrong */
  async adopt({ zone, packs, overrides, calendar }: Adoption): Promise<{ readonly hash: string; readonly document: PolicyDocument }> {
    const available = listPacks();
    const unknown = packs.flatMap((id, index) => (available.includes(id) ? [] : [plain(`/packs/${index}`, 'unknown-regulation', `${id}: ${available.join(', ')}`)]));
    if (unknown.length > 0) throw problem('invalid', { errors: unknown });
    const document = composed({ zone, packs, overrides, calendar });
    const hash = policyHash(document);
    const wrong = compilePolicy(document, { hash }).problems.filter((found) => found.severity === 'error');
    if (wrong.length > 0) throw problem('invalid', { code: 'policy-not-sound', errors: wrong.map((found) => plain('/packs', `policy.${found.code}`, `${found.pack} ${found.item}: ${found.message}`)) });
    await this.repository.put(hash, document);
    return { hash, document };
  }
}

function composed({ zone, packs, overrides, calendar }: Adoption): PolicyDocument {
  try {
    return composePolicy({ cores: listCores().map((file) => loadCore(file).document), packs: packs.map((id) => loadPack(id).document), overrides, calendar, zone });
  } catch (thrown) {
    throw problem('invalid', { code: 'policy-not-sound', errors: [plain('/packs', 'policy.refused', thrown instanceof Error ? thrown.message : String(thrown))] });
  }
}
