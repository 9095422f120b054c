import { Injectable } from '@nestjs/common';
import { below, faultAt, problem } from '@huiyin/platform-http';
import type { Fault, JsonObject } from '@huiyin/platform-http';
import type { PolicyDocument } from '@huiyin/regulation-engine';
import { PolicyRepository } from '../persistence/policy.repository.ts';
import { findingFault, writeFinding } from './check/finding-fault.ts';
import type { Finding, LookedAt } from './check/looked-at.ts';
import { CalendarFault, PolicyCheck, PolicyTooCostly } from './check/policy-check.ts';
import { faultsOfOverrides } from './overrides/read-overrides.ts';
import type { PolicyParts } from './policy-parts.ts';
import { Regulations } from './regulations/regulations.service.ts';

export interface MadePolicy {
  readonly hash: string;
  readonly document: PolicyDocument;
  readonly warnings: readonly Finding[];
}

/** Puts a policy together, looks at it with its overrides in, and keeps it by the hash of its content. */
@Injectable()
export class MakePolicy {
  constructor(
    private readonly repository: PolicyRepository,
    private readonly check: PolicyCheck,
    private readonly regulations: Regulations,
  ) {}

  /** @throws ProblemError 422 naming each unknown regulation, each override that is not sound, and everything that stands against the whole */
  async make(parts: PolicyParts): Promise<MadePolicy> {
    const faults = faultsOfPacks(parts.packs, this.regulations.ids());
    if (faults.length > 0) throw problem('invalid', { code: 'policy-not-sound', errors: faults });
    const { hash, document, findings } = await this.look(parts);
    const errors = findings.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) throw problem('invalid', { code: 'policy-not-sound', errors: errors.map((finding) => findingFault(finding, parts)), extensions: { findings: errors.map(writeFinding) } });
    await this.repository.put(hash, document);
    return { hash, document, warnings: findings };
  }

  private async look(parts: PolicyParts): Promise<LookedAt> {
    const faults = faultsOfOverrides(parts.overrides as JsonObject, [...this.regulations.cores(), ...parts.packs.map((id) => this.regulations.document(id))]);
    if (faults.length > 0) throw problem('invalid', { code: 'policy-not-sound', errors: faults });
    try {
      return await this.check.look(parts);
    } catch (thrown) {
      if (thrown instanceof CalendarFault) throw problem('invalid', { code: 'policy-not-sound', errors: [calendarFault(thrown)] });
      if (thrown instanceof PolicyTooCostly) throw problem('invalid', { code: 'policy-too-costly', errors: [faultAt('', 'refused')] });
      throw thrown;
    }
  }
}

function faultsOfPacks(packs: readonly string[], available: readonly string[]): readonly Fault[] {
  return packs.flatMap((id, index) => {
    if (!available.includes(id)) return [faultAt(below('/packs', index), 'not-a-choice', { choices: available.join(', ') })];
    return packs.indexOf(id) === index ? [] : [faultAt(below('/packs', index), 'refused')];
  });
}

function calendarFault({ field, rule }: CalendarFault): Fault {
  const pointer = field.split('.').reduce<string>((at, step) => below(at, step), '/calendar');
  const fault = faultAt(pointer, 'wrong-format', { type: rule });
  return { ...fault, code: 'policy.calendar' };
}
