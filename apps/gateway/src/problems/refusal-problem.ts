import { kebab, ProblemError } from '@huiyin/platform-http';
import type { CompiledPolicy, KindDescription, Refusal, RefusalStage } from '@huiyin/regulation-engine';
import { STAGE_TITLES } from './engine-texts.ts';
import { refusalFaults } from './refusal-faults.ts';

const STATUS: Readonly<Record<RefusalStage, number>> = { actor: 403, gate: 409, turn: 409, form: 422 };

/**
 * A refused act: all failing gates, the status of the first (who may → 403; gate, state, turn → 409; a field → 422).
 * @param keptAs id of the matter that keeps the refused attempt
 */
export function refusalProblem(policy: CompiledPolicy, kind: KindDescription, act: string, refusals: readonly Refusal[], keptAs?: string): ProblemError {
  const first = refusals[0];
  const stage = first?.at ?? 'gate';
  const errors = refusalFaults(policy, kind, refusals);
  const [top] = errors;
  return new ProblemError({
    status: STATUS[stage],
    code: top?.code ?? `${kebab(kind.kind)}.refused`,
    title: (locale) => STAGE_TITLES[stage][locale],
    ...(top && { detail: top.message }),
    ...(top?.rule && { rule: top.rule }),
    ...(top?.cite && { cite: top.cite }),
    errors,
    extensions: { ...(stage === 'actor' && { permission: `${kebab(kind.kind)}.${kebab(act)}` }), ...(keptAs !== undefined && { keptAs }) },
  });
}
