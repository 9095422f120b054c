import type { FactMap } from '../matter/matter.ts';
import type { Refusal } from '../run/outcome.ts';
import type { Session } from '../run/session.ts';
import { refusal } from './refusals.ts';

export const SEALED = 'sealed';

/** A form sealed by its act: a later change of one of its fields is refused. */
export function sealedRefusals({ policy, kind, matter }: Session, set: FactMap): readonly Refusal[] {
  const sealed = Object.keys(matter.sealed);
  if (sealed.length === 0) return [];
  return sealed.flatMap((name) => {
    const form = policy.forms.get(name);
    if (!form || form.of !== kind.name) return [];
    return (form.fields ?? []).filter((field) => field in set && JSON.stringify(set[field]) !== JSON.stringify(matter.facts[field] ?? null)).map((field) => refusal('gate', SEALED, form.citation, { field, form: name, sealedBy: matter.sealed[name] ?? '' }, field));
  });
}
