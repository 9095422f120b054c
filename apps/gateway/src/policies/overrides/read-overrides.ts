import { isJsonObject } from '@huiyin/platform-http';
import type { Fault, JsonObject } from '@huiyin/platform-http';
import type { PackDocument } from '@huiyin/regulation-engine';
import { EXAMPLES, fitsFigure, sortOf } from './figure-sort.ts';
import { overrideFault } from './override-faults.ts';

const MODES = ['enforce', 'watch'];
/** What a figure is counted by, beside the figure itself. */
const COUNTING: Readonly<Record<string, readonly string[] | RegExp>> = { roll: ['none', 'forward', 'back'], firstDay: ['excluded', 'included'], monthEnd: ['clamp'], hour: /^(?:start|24:00|(?:[01]\d|2[0-3]):[0-5]\d)$/ };
/** Items of a kind that can be made to watch only. */
const WATCHABLE = ['acts', 'steps'];

/**
 * Every fault of an operator's overrides. He may put other figures in place of a regulation's, and let a regulation, an act or a step
 * only watch; the rest of a regulation is not his to write. `{ "s2.4.handOverLimit": "PT20M", "s0.3": { "mode": "watch" } }`
 * @param packs cores and adopted packs, as they stand without overrides
 */
export function faultsOfOverrides(overrides: JsonObject, packs: readonly PackDocument[]): readonly Fault[] {
  return Object.entries(overrides).flatMap(([key, patch]) => {
    const whole = packs.find(({ pack }) => pack === key);
    if (whole) return isJsonObject(patch) ? faultsOfPack(whole, patch, [key]) : [overrideFault([key], 'policy.not-overridable', key, ['values', 'mode', 'kinds'])];
    const named = packs.find(({ pack }) => key.startsWith(`${pack}.`) && !key.slice(pack.length + 1).includes('.'));
    if (!named) return [overrideFault([key], 'policy.unknown-pack', key, packs.map(({ pack }) => pack).filter((pack) => !pack.startsWith('core')))];
    return faultsOfValue(named, key.slice(named.pack.length + 1), patch, [key]);
  });
}

function faultsOfPack(pack: PackDocument, patch: JsonObject, path: readonly string[]): readonly Fault[] {
  return Object.entries(patch).flatMap(([section, content]) => {
    const at = [...path, section];
    if (section === 'mode') return modeFaults(content, at);
    if (section === 'values' && isJsonObject(content)) return Object.entries(content).flatMap(([name, value]) => faultsOfValue(pack, name, value, [...at, name]));
    if (section === 'kinds' && isJsonObject(content)) return Object.entries(content).flatMap(([kind, items]) => faultsOfKind(pack, kind, items, [...at, kind]));
    return [overrideFault(at, 'policy.not-overridable', section, ['values', 'mode', 'kinds'])];
  });
}

function faultsOfValue(pack: PackDocument, name: string, value: unknown, path: readonly string[]): readonly Fault[] {
  const original = Object.hasOwn(pack.values ?? {}, name) ? pack.values?.[name] : undefined;
  if (!original) return [overrideFault(path, 'policy.unknown-item', name, Object.keys(pack.values ?? {}))];
  const parts = isJsonObject(value) ? value : { is: value };
  return Object.entries(parts).flatMap(([part, content]) => {
    const at = isJsonObject(value) ? [...path, part] : path;
    if (part === 'is') return fitsFigure(content, original.is) ? [] : [overrideFault(at, 'policy.wrong-figure', name, [EXAMPLES[sortOf(original.is) ?? 'text']])];
    const allowed = Object.hasOwn(COUNTING, part) ? COUNTING[part] : undefined;
    if (!allowed) return [overrideFault(at, 'policy.not-overridable', part, ['is', ...Object.keys(COUNTING)])];
    const fits = typeof content === 'string' && (allowed instanceof RegExp ? allowed.test(content) : allowed.includes(content));
    return fits ? [] : [overrideFault(at, 'policy.wrong-figure', part, allowed instanceof RegExp ? ['start', '17:30', '24:00'] : allowed)];
  });
}

function faultsOfKind(pack: PackDocument, kind: string, items: unknown, path: readonly string[]): readonly Fault[] {
  const original = Object.hasOwn(pack.kinds ?? {}, kind) ? pack.kinds?.[kind] : undefined;
  if (!original) return [overrideFault(path, 'policy.unknown-item', kind, Object.keys(pack.kinds ?? {}))];
  if (!isJsonObject(items)) return [overrideFault(path, 'policy.not-overridable', kind, WATCHABLE)];
  return Object.entries(items).flatMap(([section, named]) => {
    const known = section === 'acts' ? original.acts : section === 'steps' ? original.steps : undefined;
    if (!WATCHABLE.includes(section) || !isJsonObject(named)) return [overrideFault([...path, section], 'policy.not-overridable', section, WATCHABLE)];
    return Object.entries(named).flatMap(([name, item]) => {
      const at = [...path, section, name];
      if (!Object.hasOwn(known ?? {}, name)) return [overrideFault(at, 'policy.unknown-item', name, Object.keys(known ?? {}))];
      if (!isJsonObject(item)) return [overrideFault(at, 'policy.not-overridable', name, ['mode'])];
      return Object.entries(item).flatMap(([part, content]) => (part === 'mode' ? modeFaults(content, [...at, part]) : [overrideFault([...at, part], 'policy.not-overridable', part, ['mode'])]));
    });
  });
}

const modeFaults = (mode: unknown, path: readonly string[]): readonly Fault[] => (typeof mode === 'string' && MODES.includes(mode) ? [] : [overrideFault(path, 'policy.wrong-figure', 'mode', MODES)]);
