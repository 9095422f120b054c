import type { FormDescription } from '../describe/kind-description.ts';
import type { FactMap, Matter } from '../matter/matter.ts';
import type { Refusal } from '../run/outcome.ts';
import type { Session } from '../run/session.ts';
import { refusal } from './refusals.ts';

export const SEALED = 'sealed';

/** A form sealed by its act: a later change of one of its fields is refused. */
export function sealedRefusals({ policy, kind, matter }: Session, set: FactMap): readonly Refusal[] {
  return Object.keys(matter.sealed).flatMap((name) => {
    const form = policy.forms.get(name);
    return form && form.of === kind.name ? changesOf(form, matter, set) : [];
  });
}

/** The same of forms whose pack only watches: they seal nothing, but tell what they would refuse. */
export function watchedSeals({ policy, kind, matter }: Session, set: FactMap): readonly Refusal[] {
  return [...policy.forms.values()].filter((form) => form.watch && form.of === kind.name && form.sealedBy !== undefined && matter.did[form.sealedBy]).flatMap((form) => changesOf(form, matter, set));
}

function changesOf(form: FormDescription, matter: Matter, set: FactMap): readonly Refusal[] {
  const changed = (form.fields ?? []).filter((field) => field in set && JSON.stringify(set[field]) !== JSON.stringify(matter.facts[field] ?? null));
  return changed.map((field) => refusal('gate', SEALED, form.citation, { field, form: form.name, sealedBy: matter.sealed[form.name] ?? form.sealedBy ?? '' }, field));
}
