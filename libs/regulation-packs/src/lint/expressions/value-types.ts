import type { TypeSpec, ValueDocument } from '@huiyin/regulation-engine';
import { magnitude } from '../magnitude.ts';
import { all, entries, type LintSubject } from '../lint-subject.ts';
import type { LoadedPack } from '../../load/load-pack.ts';

function valueType(value: ValueDocument): TypeSpec {
  if (Array.isArray(value.is)) return { base: 'list', of: { base: 'any' }, max: value.is.length };
  if (typeof value.is === 'boolean') return { base: 'bool' };
  if (typeof value.is === 'number') return { base: Number.isInteger(value.is) ? 'int' : 'decimal' };
  if (typeof value.is === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value.is)) return { base: 'date' };
  const unit = magnitude(value.is)?.unit;
  if (unit === 'percent') return { base: 'decimal' };
  if (unit === 'time') return { base: 'duration' };
  return { base: unit === 'hour' ? 'time' : 'text' };
}

/** `values` as a pack's expressions see them: its own figures first, then the core's, then those of the other packs. */
export function valuesType(subject: LintSubject, pack: LoadedPack): TypeSpec {
  const fields: Record<string, TypeSpec> = {};
  for (const { document } of [pack, ...all(subject)]) for (const [name, value] of entries(document.values)) fields[name] ??= valueType(value);
  return { base: 'object', name: 'values', fields };
}
