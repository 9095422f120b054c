import type { PackDocument, ValueDocument } from '../language/pack-document.ts';
import type { FactValue } from '../matter/matter.ts';
import type { CompiledValue } from './compiled-item.ts';
import type { Compiler } from './compiler.ts';
import { isName } from './names.ts';

/** Compiles the figures of a pack. */
export function compileValues(compiler: Compiler, pack: PackDocument, overridden: ReadonlySet<string>): Map<string, CompiledValue> {
  const compiled = new Map<string, CompiledValue>();
  for (const [name, document] of Object.entries(pack.values ?? {})) {
    if (!isName(name)) {
      compiler.problem('prototypeName', pack.pack, `values.${name}`, `not a name: ${name}`);
      continue;
    }
    compiled.set(name, compileValue(compiler, pack.pack, name, document, overridden.has(`${pack.pack}/${name}`)));
  }
  return compiled;
}

function compileValue(compiler: Compiler, pack: string, name: string, document: ValueDocument, overridden: boolean): CompiledValue {
  const path = `values.${name}`;
  return {
    ...compiler.item(pack, path, document.rule),
    name,
    is: document.is as FactValue,
    ...(document.word !== undefined && { word: document.word }),
    open: document.open ?? false,
    origin: overridden ? 'override' : document.open ? 'setting' : 'text',
    ...(document.roll && { roll: document.roll }),
    ...(document.firstDay && { firstDay: document.firstDay }),
    ...(document.hour && { hour: document.hour }),
    unless: compiler.exceptions(pack, document.unless, path),
  };
}
