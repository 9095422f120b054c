import type { CheckedExpression, ExpressionProblem, TypeSpec } from '@huiyin/regulation-engine';
import { functionEntries } from '../../reference/functions.ts';
import { nearestWord } from '../../wording/nearest-word.ts';
import type { Site } from './sites.ts';

/** What an author is told about a problem of an expression. */
export interface Spoken {
  readonly message: string;
  readonly meant?: string;
  readonly allowed?: readonly string[];
}

/** More words than this help nobody. */
const most = 40;

function among(message: string, name: string, known: Iterable<string>): Spoken {
  const words = [...new Set(known)].sort();
  const meant = nearestWord(name, words);
  return { message, ...(meant !== undefined && { meant }), ...(words.length <= most && { allowed: words }) };
}

/** The path that leads to an unknown member, and what there is instead. */
function ownerOf(name: string, reads: readonly string[], scope: Site['scope']): { readonly path: string; readonly members: readonly string[] } | undefined {
  for (const read of reads) {
    const path = read.split('.');
    for (let at = 1, spec: TypeSpec | undefined = scope[path[0] ?? '']; at < path.length && spec?.fields !== undefined; at += 1) {
      const next: TypeSpec | undefined = spec.fields[path[at]!];
      if (next === undefined && path[at] === name) return { path: path.slice(0, at).join('.'), members: Object.keys(spec.fields) };
      spec = next;
    }
  }
  return undefined;
}

const unnamed = (members: readonly string[]): readonly string[] => members.filter((member) => member !== 'runsOfSteps');

function unknown(error: ExpressionProblem, { source, scope, somebody }: Site, reads: readonly string[]): Spoken {
  const member = /No such key: (\w+)/.exec(error.message)?.[1];
  if (member !== undefined) {
    const owner = ownerOf(member, reads, scope);
    return owner === undefined ? { message: `nothing that is looked at here has ${member}` } : among(`${owner.path} has no ${member}`, member, unnamed(owner.members));
  }
  const name = /Unknown variable: (\w+)/.exec(error.message)?.[1] ?? '';
  if (somebody !== undefined && source === name) return among(`nobody is called ${name}`, name, somebody);
  const hyphen = new RegExp(`[A-Za-z0-9]-${name}\\b`).test(source) ? ': a hyphen is subtraction' : '';
  return among(`${name} is no name here${hyphen}`, name, Object.keys(scope));
}

const typeNames: Readonly<Record<string, string>> = { string: 'text', double: 'decimal', Instant: 'instant', Day: 'date', TimeOfDay: 'time', Span: 'duration', null_type: 'nothing', null: 'nothing', dyn: 'anything' };
const typed = (text: string): string => text.replace(/\b(?:string|double|Instant|Day|TimeOfDay|Span|null_type|null|dyn)\b/g, (name) => typeNames[name] ?? name).replace(/\bT\d+_(\w+)/g, '$1');

function typeOf(message: string): Spoken {
  const operation = /^no such overload: (.*)$/.exec(message)?.[1];
  if (operation !== undefined) return { message: `${typed(operation)} cannot be computed: both sides must be of kinds that go together` };
  const call = /^found no matching overload for '(\w+)\((.*)\)'$/.exec(message);
  if (call !== null) {
    const entry = functionEntries.find(({ name }) => name === call[1]);
    return { message: `${call[1]} takes no ${typed(call[2] ?? '')}`, ...(entry !== undefined && { allowed: [entry.signature] }) };
  }
  return { message: typed(message) };
}

function syntax(message: string, source: string): Spoken {
  if (/EOF/.test(message)) return { message: 'the expression ends too early' };
  if (/(^|[^=!<>])=([^=]|$)/.test(source)) return { message: `${message}: equal is ==` };
  if (/\b(?:and|or|not)\b/.test(source)) return { message: `${message}: and, or, not are written &&, ||, !` };
  return { message };
}

/** A problem of an expression in the author's words, with what was probably meant and what there is. */
export function spoken(error: ExpressionProblem, site: Site, { reads }: Pick<CheckedExpression, 'reads'>): Spoken {
  const called = /^(?:function|method) (\w+) is not allowed$/.exec(error.message)?.[1];
  if (called !== undefined) return among(error.message, called, functionEntries.map(({ name }) => name));
  if (error.code === 'unknownName') return unknown(error, site, reads);
  if (error.code === 'option') return among(error.message, error.found ?? '', error.allowed ?? []);
  if (error.code === 'type') return typeOf(error.message);
  return error.code === 'syntax' ? syntax(error.message, site.source) : { message: error.message };
}
