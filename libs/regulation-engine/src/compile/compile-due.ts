import { parseDue } from '@huiyin/deadline-rules';
import type { DuePolicy } from '@huiyin/deadline-rules';
import type { DueDocument } from '../language/step-document.ts';
import type { CompiledValue } from './compiled-item.ts';
import type { CompiledDue, CompiledWarn } from './compiled-kind.ts';
import type { Compiler } from './compiler.ts';

const VALUE = /^value:([A-Za-z][A-Za-z0-9]*)$/;

/** Compiles a due: `value:x`, a text of the deadline language, CEL giving an instant or date, `earliest`, `before`, with exceptions. */
export function compileDue(compiler: Compiler, pack: string, document: DueDocument, path: string, policy?: DuePolicy): CompiledDue {
  if (typeof document === 'string') return textDue(compiler, pack, document, path, policy);
  if ('earliest' in document) return { type: 'earliest', members: document.earliest.map((member, index) => compileDue(compiler, pack, member, `${path}.earliest[${index}]`, policy)) };
  if ('before' in document) return { type: 'before', of: compiler.expression(pack, document.before.of, `${path}.before.of`), by: lengthOf(compiler, pack, document.before.by, `${path}.before.by`), ...(policy && { policy }) };
  const inner = compileDue(compiler, pack, document.is, `${path}.is`, document.roll ? { ...policy, roll: document.roll } : policy);
  return document.unless ? { type: 'unless', is: inner, unless: compiler.exceptions(pack, document.unless, path) } : inner;
}

/** As a due; `before: { of: due, by }` is so long before the promise's own. */
export function compileWarn(compiler: Compiler, pack: string, document: DueDocument, path: string): CompiledWarn {
  if (typeof document === 'string' || !('before' in document) || document.before.of !== OWN_DUE) return compileDue(compiler, pack, document, path);
  const named = VALUE.exec(document.before.by)?.[1];
  const value = named === undefined ? undefined : compiler.value(pack, named);
  if (named !== undefined && !value) compiler.problem('unknownName', pack, `${path}.before.by`, `no value ${named}`);
  return { type: 'ahead', by: value ?? (named === undefined ? document.before.by : FALLBACK) };
}

/** What a warning calls the due of its own promise. */
const OWN_DUE = 'due';

function textDue(compiler: Compiler, pack: string, text: string, path: string, policy: DuePolicy | undefined): CompiledDue {
  const named = VALUE.exec(text)?.[1];
  if (named !== undefined) {
    const value = compiler.value(pack, named);
    if (value) return { type: 'value', value, ...(policy && { policy }) };
    compiler.problem('unknownName', pack, path, `no value ${named}`);
    return { type: 'text', text: FALLBACK };
  }
  return isDueText(text) ? { type: 'text', text, ...(policy && { policy }) } : { type: 'expression', expression: compiler.expression(pack, text, path) };
}

/** How long before: a duration, or a value. */
function lengthOf(compiler: Compiler, pack: string, by: string, path: string): string | CompiledValue {
  const named = VALUE.exec(by)?.[1];
  const value = named === undefined ? undefined : compiler.value(pack, named);
  if (named === undefined ? !isDueText(by) : !value) compiler.problem(named === undefined ? 'syntax' : 'unknownName', pack, path, named === undefined ? `no duration: ${by}` : `no value ${named}`);
  return value ?? by;
}

/** Due of a step without one, where no pack says `value:fallback`: close of business of the next working day (domain.md, rule D). */
export const FALLBACK = 'P1WD';

/** Is it a text of the deadline language, not an expression? */
export function isDueText(text: string): boolean {
  try {
    parseDue(text);
    return true;
  } catch {
    return false;
  }
}
