import type { TriggerDocument } from '../language/step-document.ts';
import type { CompiledTrigger } from './compiled-kind.ts';
import type { Compiler } from './compiler.ts';
import { pickDefined } from './compile-fields.ts';

const STEP_EVENTS: ReadonlySet<string> = new Set(['opened', 'warned', 'missed', 'met', 'extended', 'dropped', 'reached', 'excused', 'extra', 'refused', 'signed', 'wouldRefuse']);

/** Whole event names: an act of the own kind, a step's event of the own kind, or `kind.…` as written. */
export function eventNames(kind: string, is: string | undefined, when: string | readonly string[] | undefined): readonly string[] {
  const names = when === undefined ? [] : typeof when === 'string' ? [when] : when;
  return names.flatMap((name) => {
    const parts = name.split('.');
    if (parts.length === 1 || (parts.length === 2 && STEP_EVENTS.has(parts[1]!) && parts[0] !== kind && parts[0] !== is)) return [`${kind}.${name}`];
    return is !== undefined && parts[0] === is ? [name, `${kind}.${parts.slice(1).join('.')}`] : [name];
  });
}

export function compileTriggers(
  compiler: Compiler, pack: string, kind: string, is: string | undefined, path: string,
  document: string | TriggerDocument | readonly (string | TriggerDocument)[] | undefined,
): readonly CompiledTrigger[] {
  if (document === undefined) return [];
  const list = (Array.isArray(document) ? document : [document]) as readonly (string | TriggerDocument)[];
  return list.map((trigger, index) => {
    const object = typeof trigger === 'string' ? { when: trigger } : trigger;
    return { events: eventNames(kind, is, object.when), ...pickDefined({ if: compiler.optional(pack, object.if, `${path}[${index}].if`) }) };
  });
}
