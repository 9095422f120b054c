import type { StepDocument } from '../language/step-document.ts';
import type { CompiledAct, CompiledField } from './compiled-act.ts';
import type { CompiledStep } from './compiled-kind.ts';
import type { Compiler } from './compiler.ts';
import { compileDue, compileWarn } from './compile-due.ts';
import { compileGates } from './compile-gates.ts';
import { pickDefined } from './compile-fields.ts';
import { compilePersons } from './compile-persons.ts';
import type { PersonFields } from './compile-persons.ts';
import { compileTriggers, eventNames } from './compile-triggers.ts';
import { isName } from './names.ts';

export interface StepContext {
  readonly pack: string;
  readonly kind: string;
  readonly is?: string;
  readonly watch: boolean;
  readonly fields: ReadonlyMap<string, CompiledField>;
  readonly acts: ReadonlyMap<string, CompiledAct>;
}

/** Compiles one promise. Left out: who = the act's `by`, act = the step's name, done = the act, due = `value:fallback`. */
export function compileStep(compiler: Compiler, name: string, document: StepDocument, context: StepContext): CompiledStep {
  const { pack, kind, is, fields, acts } = context;
  const path = `kinds.${kind}.steps.${name}`;
  if (!isName(name)) compiler.problem('prototypeName', pack, path, `not a name for a step: ${name}`);
  const act = actOf(document.act ?? name, kind, is);
  const known = act.kind !== undefined || acts.has(act.name);
  if (document.act !== undefined && !known) compiler.problem('unknownName', pack, path, `${kind} has no act ${act.name}`);
  const personFields: PersonFields = (field) => fields.get(field)?.type;
  const done = compileTriggers(compiler, pack, kind, is, `${path}.done`, document.done ?? (known ? `${act.kind ?? kind}.${act.name}` : undefined));
  const events = (when: string | readonly string[] | undefined): readonly string[] => eventNames(kind, is, when);
  return {
    ...compiler.item(pack, path, document.rule),
    name,
    act,
    opens: {
      events: events(document.opens.when),
      ...pickDefined({
        if: compiler.optional(pack, document.opens.if, `${path}.opens.if`),
        becomes: compiler.optional(pack, document.opens.becomes, `${path}.opens.becomes`),
        since: compiler.optional(pack, document.opens.since, `${path}.opens.since`),
      }),
    },
    done,
    due: compileDue(compiler, pack, document.due ?? 'value:fallback', `${path}.due`),
    rules: compiler.rules(pack, document.rule),
    whole: document.whole ?? false,
    series: (document.series ?? []).map((member, index) => ({ due: compileDue(compiler, pack, member.due, `${path}.series[${index}].due`), item: compiler.item(pack, `${path}.series[${index}]`, member.rule ?? document.rule) })),
    reopens: events(document.reopens),
    restarts: events(document.restarts),
    drops: events(document.drops),
    silent: document.verdict === 'none',
    quiet: document.missed === 'quiet',
    watch: context.watch,
    ...pickDefined({
      who: document.who === undefined ? undefined : compilePersons(compiler, pack, document.who, `${path}.who`, personFields),
      warn: document.warn === undefined ? undefined : compileWarn(compiler, pack, document.warn, `${path}.warn`),
      pausedWhile: compiler.optional(pack, document.pausedWhile, `${path}.pausedWhile`),
      excuse: document.excuse,
      each: document.each,
      extend: document.extend && compileExtension(compiler, pack, `${path}.extend`, document.extend, document.rule, personFields),
    }),
  };
}

/** Longest extension in all: a duration, or a value. */
function compileExtension(compiler: Compiler, pack: string, path: string, document: NonNullable<StepDocument['extend']>, rule: StepDocument['rule'], fields: PersonFields): NonNullable<CompiledStep['extend']> {
  const named = /^value:(.+)$/.exec(document.most ?? '')?.[1];
  const value = named === undefined ? undefined : compiler.value(pack, named);
  if (named !== undefined && !value) compiler.problem('unknownName', pack, `${path}.most`, `no value ${named}`);
  const own = document.rule ?? rule;
  const require = document.require === undefined ? [] : typeof document.require === 'string' ? [{ that: document.require, refuse: 'extensionNotAllowed', rule: own }] : document.require;
  return {
    ...compiler.item(pack, path, own),
    by: compilePersons(compiler, pack, document.by, `${path}.by`, fields),
    times: document.times ?? 1,
    gates: compileGates(compiler, pack, path, require, false),
    ...pickDefined({ most: value ?? (named === undefined ? document.most : undefined) }),
  };
}

function actOf(text: string, kind: string, is: string | undefined): CompiledStep['act'] {
  const [first, second] = text.split('.');
  if (second === undefined) return { name: text };
  return first === kind || first === is ? { name: second } : { kind: first!, name: second };
}
