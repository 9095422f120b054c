import type { GateDocument } from '../language/act-document.ts';
import type { CompiledGate } from './compiled-act.ts';
import type { Compiler } from './compiler.ts';
import { pickDefined } from './compile-fields.ts';

/** Compiles the gates below an act or an extension, in order. `watch`: recorded, never refusing. */
export function compileGates(compiler: Compiler, pack: string, path: string, documents: readonly GateDocument[] | undefined, watch: boolean): readonly CompiledGate[] {
  return (documents ?? []).map((gate, index) => {
    const at = `${path}.require[${index}]`;
    return {
      ...compiler.item(pack, at, gate.rule),
      ...pickDefined({ if: compiler.optional(pack, gate.if, `${at}.if`), field: gate.field }),
      that: compiler.expression(pack, gate.that, `${at}.that`),
      refuse: gate.refuse,
      unless: compiler.exceptions(pack, gate.unless, at),
      watch: watch || gate.mode === 'watch',
    };
  });
}
