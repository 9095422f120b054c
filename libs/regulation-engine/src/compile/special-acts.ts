import type { FieldType } from '../language/field-document.ts';
import type { CompiledAct, CompiledField } from './compiled-act.ts';
import type { CompiledItem } from './compiled-item.ts';
import type { CompiledStep } from './compiled-kind.ts';
import { capital } from './expand/expansion.ts';

/** Acts that the language makes: `extend<Step>` where a step may be extended, `permit<Act>` where an act may be licensed. */
export function specialActs(kind: string, acts: ReadonlyMap<string, CompiledAct>, steps: ReadonlyMap<string, CompiledStep>): readonly CompiledAct[] {
  const extensions = [...steps.values()].flatMap((step) => (step.extend && !step.watch ? [extension(kind, step, step.extend)] : []));
  const licences = [...acts.values()].flatMap((act) => (act.permit ? [licence(kind, act, act.permit)] : []));
  return [...extensions, ...licences];
}

function extension(kind: string, step: CompiledStep, extend: NonNullable<CompiledStep['extend']>): CompiledAct {
  const { by, gates, most } = extend;
  const name = `extend${capital(step.name)}`;
  const item = { item: step.item, pack: extend.pack, citation: extend.citation };
  const longest = field(item, 'duration', 'duration', most === undefined ? [name] : [], [name]);
  return { ...blank(kind, name, item, [longest, field(item, 'reason', 'text', [], [name])]), whoMay: by.citation ?? extend.citation, by, gates, special: { extend: step.name } };
}

function licence(kind: string, act: CompiledAct, { by }: NonNullable<CompiledAct['permit']>): CompiledAct {
  const name = `permit${capital(act.name)}`;
  return { ...blank(kind, name, act, [field(act, 'to', 'person', [name], []), field(act, 'reason', 'text', [], [name])]), by, whoMay: by.citation ?? act.citation, access: true, special: { permit: act.name } };
}

function blank(kind: string, name: string, of: CompiledItem, fields: readonly CompiledField[]): CompiledAct {
  return {
    item: `${of.item}.${name}`, pack: of.pack, citation: of.citation, whoMay: of.citation, name, event: `${kind}.${name}`, creating: false, access: false, to: [], turn: false, keepRefused: false, log: false, gates: [], set: [], together: [], watching: [],
    takes: new Map(fields.map((each) => [each.name, each])), lines: new Map(), requires: new Set(fields.filter((each) => each.requiredIn.size > 0).map((each) => each.name)),
  };
}

function field(of: CompiledItem, name: string, type: FieldType, required: readonly string[], optional: readonly string[]): CompiledField {
  return {
    item: of.item, pack: of.pack, citation: of.citation, name, type, core: false, requiredIn: new Map(required.map((act) => [act, of.citation])), optionalIn: new Set(optional), watchedIn: new Map(),
    stamped: false, derived: false, personal: false, period: false,
  };
}
