import type { CompiledAct } from './compiled-act.ts';
import type { CompiledExpression } from '../cel/expression.ts';
import type { CompiledAction, CompiledEffect, CompiledKind, CompiledKindFamily, CompiledStep } from './compiled-kind.ts';
import type { Compiler } from './compiler.ts';
import { ACCESS_ACTS, compileAct } from './compile-acts.ts';
import type { ActLayer } from './compile-acts.ts';
import { compileDue } from './compile-due.ts';
import { compileEffect } from './compile-effects.ts';
import { compileFields, pickDefined } from './compile-fields.ts';
import { compileSteps } from './kind-steps.ts';
import { compileTables } from './kind-tables.ts';
import { compileHead, statesOf } from './kind-head.ts';
import { layersUnder } from './merge-kinds.ts';
import type { KindLayers } from './merge-kinds.ts';
import { steadyConditions } from './steady-conditions.ts';
import { specialActs } from './special-acts.ts';
import type { StepContext } from './compile-steps.ts';

export type ShapedLayers = ReturnType<typeof layersUnder>;

/** Compiles a kind once plain and once under each pack that may govern it. */
export function compileFamily(compiler: Compiler, family: KindLayers): CompiledKindFamily {
  const governors = family.layers.filter((layer) => layer.governs);
  const always = governors.filter(({ document }) => (document.governs ?? 'true') === 'true');
  const second = always.length > 1 ? always[1] : always.length === 1 ? governors.find((layer) => layer !== always[0]) : undefined;
  if (second) compiler.problem('conflict', second.pack, `kinds.${family.name}.governs`, `${governors.map(({ pack }) => pack).join(' and ')} both govern ${family.name}`);
  return {
    name: family.name,
    plain: compileKind(compiler, family, undefined),
    governed: governors.map(({ pack, document }) => ({
      pack,
      ...pickDefined({ if: document.governs === undefined || document.governs === 'true' ? undefined : compiler.expression(pack, document.governs, `kinds.${family.name}.governs`) }),
      kind: compileKind(compiler, family, pack),
    })),
  };
}

function compileKind(compiler: Compiler, family: KindLayers, governor: string | undefined): CompiledKind {
  const all = layersUnder(family, governor);
  const layers = all.filter((layer) => !layer.fieldsOnly);
  const shaping = layers.filter(({ watch }) => !watch);
  const derived = new Set(layers.flatMap(({ document }) => Object.values(document.tables ?? {}).map((table) => table.sets)));
  const fields = compileFields(compiler, family.name, all.map(({ pack, document, watch }) => ({ pack, fields: document.fields ?? {}, watch })), derived);
  const acts = compileActs(compiler, family.name, layers, fields, governor);
  const states = statesOf(shaping);
  for (const act of acts.values()) if (act.to.length > 0 && [...(act.from ?? [])].some((state) => states.final.has(state))) compiler.problem('wayOutOfFinal', act.pack, `kinds.${family.name}.acts.${act.name}`, `${act.name} leaves a final state: final is never left, resting may be`);
  const context = { kind: family.name, ...pickDefined({ is: family.is }), fields, acts };
  const steps = compileSteps(compiler, layers, context);
  for (const act of specialActs(family.name, acts, steps)) addSpecial(compiler, family.name, acts, act);
  const effects = compileEffects(compiler, layers, context);
  const actions = new Map(effects.flatMap((effect) => effect.actions.flatMap(withinAction).map((action) => [action.item, { action, effect }] as const)));
  const policyAt = shaping.findLast(({ document }) => document.policyAt !== undefined);
  const fallbackLayer = shaping.findLast(({ document }) => document.fallback !== undefined);
  const fallbackPack = fallbackLayer?.pack ?? governor ?? layers[0]!.pack;
  const fallbackValue = compiler.value(fallbackPack, 'fallback');
  return {
    name: family.name,
    ...pickDefined({ is: family.is, governor, plural: layers.findLast(({ document }) => document.plural)?.document.plural }),
    service: family.service,
    record: shaping.some(({ document }) => document.record),
    core: layers.some(({ core }) => core),
    ...states,
    ...compileHead(compiler, family.name, shaping, fields),
    fields,
    acts,
    steps,
    opened: byEvent([...steps.values()], (step) => [...step.opens.events, ...step.reopens, ...step.restarts]),
    ended: byEvent([...steps.values()], (step) => [...step.done.flatMap((trigger) => trigger.events), ...step.drops]),
    becoming: [...steps.values()].filter((step) => step.opens.becomes),
    pausing: [...steps.values()].filter((step) => step.pausedWhile),
    steady: steadyConditions(steps.values(), fields),
    tables: compileTables(compiler, family.name, layers),
    effects: byEvent(effects, (effect) => effect.events),
    changeEffects: effects.filter((effect) => effect.changed !== undefined),
    thresholdEffects: effects.filter((effect) => effect.threshold !== undefined),
    actions,
    distributions: compiler.distributions.get(family.name) ?? [],
    ...pickDefined({ policyAt: policyAt && policyFact(compiler, policyAt.pack, policyAt.document.policyAt!, `kinds.${family.name}.policyAt`, fields) }),
    fallback: {
      ...(fallbackValue ? { item: fallbackValue.item, pack: fallbackValue.pack, citation: fallbackValue.citation } : compiler.item(fallbackPack, `kinds.${family.name}.fallback`, undefined, 'fallback')),
      due: fallbackValue || fallbackLayer ? compileDue(compiler, fallbackPack, fallbackLayer?.document.fallback ?? 'value:fallback', `kinds.${family.name}.fallback`) : { type: 'text', text: 'P1WD' },
    },
  };
}

/** Under a governing pack: the acts it names, and those other packs name; the core's own that nobody names are not there. */
function compileActs(compiler: Compiler, kind: string, layers: ShapedLayers, fields: CompiledKind['fields'], governor: string | undefined): Map<string, CompiledAct> {
  const byName = new Map<string, ActLayer[]>();
  // What the governing pack only watches is the core's own meanwhile.
  const named = new Set(layers.filter(({ base, watch }) => !base && !watch).flatMap(({ document, governing }) => Object.entries(document.acts ?? {}).filter(([, act]) => governing || act.mode !== 'watch').map(([name]) => name)));
  for (const { pack, document, base, governing, watch: whole } of layers) {
    for (const [name, act] of Object.entries(document.acts ?? {})) {
      const watch = whole || act.mode === 'watch';
      if (governor !== undefined && !named.has(name) && !ACCESS_ACTS.has(name)) continue;
      if (watch && !byName.has(name)) continue;
      byName.set(name, [...(byName.get(name) ?? []), { pack, document: act, shapes: (base || governing) && !watch, watch }]);
    }
  }
  const acts = new Map([...byName].map(([name, act]) => [name, compileAct(compiler, kind, name, act, fields)] as const));
  if (governor !== undefined && ![...acts.values()].some((act) => act.creating)) compiler.problem('noOpening', governor, `kinds.${kind}.acts`, `under ${governor} no act makes a ${kind}: name the core's`);
  return acts;
}

function addSpecial(compiler: Compiler, kind: string, acts: Map<string, CompiledAct>, act: CompiledAct): void {
  if (acts.has(act.name)) compiler.problem('conflict', act.pack, `kinds.${kind}.acts.${act.name}`, `${act.name} is the language's own`);
  else acts.set(act.name, act);
}

function compileEffects(compiler: Compiler, layers: ShapedLayers, context: Omit<StepContext, 'pack' | 'watch'>): readonly CompiledEffect[] {
  const counts = new Map<string, number>();
  return layers.flatMap(({ pack, document, watch }) => (document.effects ?? []).map((effect) => {
    const index = counts.get(pack) ?? 0;
    counts.set(pack, index + 1);
    return compileEffect(compiler, effect, index, { ...context, pack, watch });
  }));
}

function withinAction(action: CompiledAction): readonly CompiledAction[] {
  return [action, ...[...(action.options?.values() ?? [])].flat().flatMap(withinAction)];
}

/** A fact of the matter as it would be, a path to one (also of a matter it links), or CEL. An absent fact means now. */
function policyFact(compiler: Compiler, pack: string, source: string, path: string, fields: CompiledKind['fields']): CompiledExpression {
  const fact = fields.has(source) || HEAD_FACTS.has(source) ? `matter.${source}` : source;
  return compiler.expression(pack, FACT_PATH.test(fact) ? `has(${fact}) ? ${fact} : null` : fact, path);
}

const FACT_PATH = /^matter(?:\.[A-Za-z][A-Za-z0-9]*)+$/;
const HEAD_FACTS: ReadonlySet<string> = new Set(['openedAt']);

function byEvent<T extends CompiledStep | CompiledEffect>(items: readonly T[], events: (item: T) => readonly string[]): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) {
    for (const event of new Set(events(item))) found.set(event, [...(found.get(event) ?? []), item]);
  }
  return found;
}
