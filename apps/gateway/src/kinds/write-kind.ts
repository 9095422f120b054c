import { kebab } from '@huiyin/platform-http';
import type { Locale } from '@huiyin/platform-http';
import type { CompiledPolicy, KindDescription } from '@huiyin/regulation-engine';
import { citeOf } from '../problems/write-cite.ts';
import { actSchema } from '../schema/act-schema.ts';
import { propertiesOf } from '../schema/field-schema.ts';
import { labelIn, labelsOf } from '../schema/label.ts';

export const writeKindSummary = (kind: KindDescription, locale: Locale) => ({
  kind: kebab(kind.kind),
  label: labelIn(kind.label, locale),
  labels: labelsOf(kind.label),
  path: `/v1/${kind.plural}`,
  service: kind.service,
  record: kind.record,
  core: kind.core,
});

/** A kind under the caller's policy: everything a client needs to draw its lists, forms and buttons. */
export function writeKind(policy: CompiledPolicy, kind: KindDescription, locale: Locale) {
  const reader = { locale, kind, policy };
  const named = (item: { readonly name: string; readonly label: KindDescription['label'] }) => ({ name: kebab(item.name), label: labelIn(item.label, locale), labels: labelsOf(item.label) });
  return {
    ...writeKindSummary(kind, locale),
    states: kind.states.filter((state) => state.name !== 'new').map((state) => ({ ...named(state), final: state.final, resting: state.resting })),
    acts: kind.acts.map((act) => ({
      ...named(act),
      creating: act.creating,
      systemOnly: act.systemOnly,
      customer: act.customer,
      by: act.by.map(kebab),
      from: act.from?.map(kebab) ?? null,
      to: act.to.map(kebab),
      href: act.creating ? `/v1/${kind.plural}` : `/v1/${kind.plural}/{id}/${kebab(act.name)}`,
      rule: act.citation.rule,
      cite: citeOf(act.citation) ?? null,
      schema: actSchema(kind, act, reader),
    })),
    fields: { core: propertiesOf(kind.fields.filter((field) => field.core), reader), packed: propertiesOf(kind.fields.filter((field) => !field.core), reader) },
    steps: kind.steps.map((step) => ({ ...named(step), act: kebab(step.act), whole: step.whole, rule: step.citation.rule, cite: citeOf(step.citation) ?? null })),
    forms: kind.forms.map((form) => ({ name: form.name, title: form.title ? labelIn(form.title, locale) : form.name, copies: (form.copies ?? []).map((copy) => ({ to: kebab(copy.to), title: copy.title ? labelIn(copy.title, locale) : copy.to, entitles: copy.entitles ?? null })), rule: form.citation.rule })),
    registers: kind.views,
  };
}
