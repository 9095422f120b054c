import type { WorkCalendar } from '@huiyin/deadline-rules';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import type { RuleReference } from '../language/pack-document.ts';
import type { Citation } from '../matter/matter.ts';
import type { FormDescription, ViewDescription } from './kind-description.ts';

export function formOf(policy: CompiledPolicy, name: string): FormDescription | undefined {
  return policy.forms.get(name);
}

export function formsOf(policy: CompiledPolicy, kind?: string): readonly FormDescription[] {
  return [...policy.forms.values()].filter((form) => kind === undefined || form.of === kind);
}

export function viewOf(policy: CompiledPolicy, name: string): ViewDescription | undefined {
  return policy.views.get(name);
}

export function viewsOf(policy: CompiledPolicy, kind?: string): readonly ViewDescription[] {
  return [...policy.views.values()].filter((view) => kind === undefined || view.of === kind);
}

export function calendarOf(policy: CompiledPolicy): WorkCalendar {
  return policy.calendar;
}

/** Citation of a rule of a pack: `11` of `s2.4` → `s2.4/11` with its clause and words. */
export function citationOf(policy: CompiledPolicy, pack: string, rule: RuleReference): Citation {
  return policy.cite(pack, rule);
}
