import type { CompiledAct, CompiledField } from '../compile/compiled-act.ts';
import type { CompiledKind } from '../compile/compiled-kind.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import { pickDefined } from '../compile/compile-fields.ts';
import { kebab, plural } from '../compile/names.ts';
import { permitted } from '../decide/check-actor.ts';
import { isSystemOnly } from '../run/acts.ts';
import { kindOf, leadingKind } from '../run/kind-of.ts';
import type { ActDescription, FieldDescription, KindDescription } from './kind-description.ts';
import { labelOf } from './texts.ts';

/**
 * Everything needed to build schemas, forms, buttons and labels of a kind. Under several packs that may govern it, the first one's
 * (`governor` names another; `''` the core alone). Throws for a kind the policy does not know.
 */
export function describeKind(policy: CompiledPolicy, name: string, governor?: string): KindDescription {
  const kind = governor === undefined ? leadingKind(policy, name) : kindOf(policy, name, governor === '' ? undefined : governor);
  return {
    kind: name,
    ...pickDefined({ is: kind.is }),
    service: kind.service,
    record: kind.record,
    core: kind.core,
    plural: kind.plural ?? plural(kebab(name)),
    label: labelOf(policy, name, [`kind.${name}`]),
    states: kind.states.map((state) => ({ name: state, final: kind.final.has(state), resting: kind.resting.has(state), label: labelOf(policy, state, [`state.${name}.${state}`, `state.${state}`]) })),
    fields: [...kind.fields.values()].map((field) => describeField(policy, name, field)),
    acts: [...kind.acts.values()].map((act) => describeAct(policy, kind, act)),
    steps: [...kind.steps.values()].map((step) => ({
      name: step.name, act: step.act.kind === undefined ? step.act.name : `${step.act.kind}.${step.act.name}`, whole: step.whole,
      label: labelOf(policy, step.name, [`step.${name}.${step.name}`, `act.${name}.${step.act.name}`]), citation: step.citation,
    })),
    forms: [...policy.forms.values()].filter((form) => form.of === name),
    views: [...policy.views.values()].filter((view) => view.of === name).map((view) => view.name),
  };
}

function describeField(policy: CompiledPolicy, kind: string, field: CompiledField, parent?: string): FieldDescription {
  const path = parent === undefined ? field.name : `${parent}.${field.name}`;
  return {
    name: field.name, type: field.type, pack: field.pack, core: field.core, stamped: field.stamped, derived: field.derived, personal: field.personal, citation: field.citation,
    label: labelOf(policy, field.name, [`field.${kind}.${path}`, `field.${path}`], field.label),
    ...pickDefined({
      choices: field.choices && [...field.choices.keys()],
      to: field.to,
      service: field.to === undefined ? undefined : policy.kinds.get(field.to)?.plain.service,
      of: field.of,
      key: field.lineKey,
      lineFields: field.lineFields && [...field.lineFields.values()].map((sub) => describeField(policy, kind, sub, path)),
      min: field.min, max: field.max, scale: field.scale, unit: field.unit, typed: field.typed, group: field.group,
    }),
  };
}

function describeAct(policy: CompiledPolicy, kind: CompiledKind, act: CompiledAct): ActDescription {
  const named = permitted(act);
  return {
    name: act.name, creating: act.creating, pack: act.pack, citation: act.citation,
    fields: [...act.takes.values()].filter((field) => !(field.stamped && act.requires.has(field.name))).map((field) => ({ field: field.name, required: act.requires.has(field.name) })),
    to: act.to.map(({ state }) => state),
    by: named.flatMap(({ names }) => names),
    systemOnly: isSystemOnly(act),
    customer: named.some(({ entries }) => entries.some((entry) => entry.type === 'builtin' && entry.name === 'customer')),
    label: labelOf(policy, act.name, [`act.${kind.name}.${act.name}`, `act.${act.name}`]),
    ...pickDefined({ line: act.line, from: act.from && [...act.from] }),
  };
}

/** Names of every kind of the policy, in the order of its packs. */
export function kindsOf(policy: CompiledPolicy): readonly string[] {
  return [...policy.kinds.keys()];
}

/** The service that hosts a kind; `everywhere` for kinds of every service. Throws for an unknown kind. */
export function serviceOf(policy: CompiledPolicy, kind: string): string {
  return kindOf(policy, kind, undefined).service;
}
