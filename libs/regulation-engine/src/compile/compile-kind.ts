import type { CompiledAct } from './compiled-act.ts';
import type { CompiledEffect, CompiledKind, CompiledKindFamily, CompiledStep } from './compiled-kind.ts';
import type { Compiler } from './compiler.ts';
import { compileAct } from './compile-acts.ts';
import type { ActLayer } from './compile-acts.ts';
import { compileDue } from './compile-due.ts';
import { compileEffect } from './compile-effects.ts';
import { compileFields, pickDefined } from './compile-fields.ts';
import { compileSteps } from './kind-steps.ts';
import { compileTables } from './kind-tables.ts';
import { compileHead, statesOf } from './kind-head.ts';
import { layersUnder } from './merge-kinds.ts';
import type { KindLayers } from './merge-kinds.ts';

export type ShapedLayers = ReturnType<typeof layersUnder>;

/** Compiles a kind once plain and once under each pack that may govern it. */
export function compileFamily(compiler: Compiler, family: KindLayers, watching: ReadonlySet<string>): CompiledKindFamily {
  const governors = family.layers.filter((layer) => layer.governs);
  const always = governors.filter(({ document }) => (document.governs ?? 'true') === 'true');
  if (always.length > 1) compiler.problem('conflict', always[1]!.pack, `kinds.${family.name}.governs`, `${always.map(({ pack }) => pack).join(' and ')} both govern ${family.name}`);
  return {
    name: family.name,
    plain: compileKind(compiler, family, undefined, watching),
    governed: governors.map(({ pack, document }) => ({
      pack,
      ...pickDefined({ if: document.governs === undefined || document.governs === 'true' ? undefined : compiler.expression(pack, document.governs, `kinds.${family.name}.governs`) }),
      kind: compileKind(compiler, family, pack, watching),
    })),
  };
}

function compileKind(compiler: Compiler, family: KindLayers, governor: string | undefined, watching: ReadonlySet<string>): CompiledKind {
  const all = layersUnder(family, governor);
  const layers = all.filter((layer) => !layer.fieldsOnly);
  const derived = new Set(layers.flatMap(({ document }) => Object.values(document.tables ?? {}).map((table) => table.sets)));
  const fields = compileFields(compiler, family.name, all.map(({ pack, document }) => ({ pack, fields: document.fields ?? {} })), derived);
  const acts = compileActs(compiler, family.name, layers, fields, watching);
  const context = { kind: family.name, ...pickDefined({ is: family.is }), fields, acts };
  const steps = compileSteps(compiler, layers, context, watching);
  const effects = layers.flatMap(({ pack, document }) => (document.effects ?? []).map((effect, index) => compileEffect(compiler, effect, index, { ...context, pack, watch: watching.has(pack) })));
  const fallbackLayer = layers.findLast(({ document }) => document.fallback !== undefined);
  const fallbackPack = fallbackLayer?.pack ?? governor ?? layers[0]!.pack;
  const fallbackValue = compiler.value(fallbackPack, 'fallback');
  return {
    name: family.name,
    ...pickDefined({ is: family.is, governor, plural: layers.findLast(({ document }) => document.plural)?.document.plural }),
    service: family.service,
    record: layers.some(({ document }) => document.record),
    core: layers.some(({ core }) => core),
    ...statesOf(layers),
    ...compileHead(compiler, family.name, layers, fields),
    fields,
    acts,
    steps,
    opened: byEvent([...steps.values()], (step) => [...step.opens.events, ...step.reopens, ...step.restarts]),
    ended: byEvent([...steps.values()], (step) => [...step.done.flatMap((trigger) => trigger.events), ...step.drops]),
    becoming: [...steps.values()].filter((step) => step.opens.becomes),
    pausing: [...steps.values()].filter((step) => step.pausedWhile),
    tables: compileTables(compiler, family.name, layers),
    effects: byEvent(effects, (effect) => effect.events),
    changeEffects: effects.filter((effect) => effect.changed !== undefined),
    fallback: {
      ...(fallbackValue ? { item: fallbackValue.item, pack: fallbackValue.pack, citation: fallbackValue.citation } : compiler.item(fallbackPack, `kinds.${family.name}.fallback`, undefined, 'fallback')),
      due: fallbackValue || fallbackLayer ? compileDue(compiler, fallbackPack, fallbackLayer?.document.fallback ?? 'value:fallback', `kinds.${family.name}.fallback`) : { type: 'text', text: 'P1WD' },
    },
  };
}

function compileActs(compiler: Compiler, kind: string, layers: ShapedLayers, fields: CompiledKind['fields'], watching: ReadonlySet<string>): ReadonlyMap<string, CompiledAct> {
  const byName = new Map<string, ActLayer[]>();
  for (const { pack, document, base, governing } of layers) {
    for (const [name, act] of Object.entries(document.acts ?? {})) {
      byName.set(name, [...(byName.get(name) ?? []), { pack, document: act, shapes: base || governing, watch: watching.has(pack) }]);
    }
  }
  return new Map([...byName].map(([name, acts]) => [name, compileAct(compiler, kind, name, acts, fields)]));
}

function byEvent<T extends CompiledStep | CompiledEffect>(items: readonly T[], events: (item: T) => readonly string[]): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) {
    for (const event of new Set(events(item))) found.set(event, [...(found.get(event) ?? []), item]);
  }
  return found;
}
