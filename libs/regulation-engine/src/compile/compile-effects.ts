import type { EffectActionDocument, EffectDocument, ThresholdDocument } from '../language/step-document.ts';
import type { PersonsDocument } from '../language/pack-document.ts';
import type { CompiledAction, CompiledEffect, CompiledPart, CompiledThreshold, Resolvable } from './compiled-kind.ts';
import type { Compiler } from './compiler.ts';
import { pickDefined } from './compile-fields.ts';
import { compilePersons } from './compile-persons.ts';
import { eventNames } from './compile-triggers.ts';
import { literalOrExpression } from './literals.ts';
import type { StepContext } from './compile-steps.ts';

/** Compiles what an event brings about. */
export function compileEffect(compiler: Compiler, document: EffectDocument, index: number, context: StepContext): CompiledEffect {
  const { pack, kind, is } = context;
  const path = `kinds.${kind}.effects[${index}]`;
  const actions = Array.isArray(document.do) ? (document.do as readonly EffectActionDocument[]) : [document.do as EffectActionDocument];
  const rule = document.rule ?? actions.map(ruleOf).find((own) => own !== undefined);
  const { events, threshold } = causeOf(document);
  const reached = threshold && compileThreshold(compiler, pack, path, threshold);
  return {
    ...compiler.item(pack, path, rule),
    events: eventNames(kind, is, events),
    ...pickDefined({ changed: ownFact(document.changed, context), threshold: reached, if: compiler.optional(pack, document.if, `${path}.if`), each: compiler.optional(pack, document.each, `${path}.each`) }),
    actions: actions.map((action, at) => compileAction(compiler, { ...action, rule: ruleOf(action) ?? rule }, `${path}.do[${at}]`, at, context)),
    watch: context.watch || document.mode === 'watch',
  };
}

/** The rule of an action, which what is posted may carry itself. */
function ruleOf({ rule, post }: EffectActionDocument): EffectActionDocument['rule'] {
  return rule ?? post?.rule;
}

/** A fact of the own kind by its name alone, one of a linked kind as `kind.fact`. */
function ownFact(changed: string | undefined, { kind, is }: StepContext): string | undefined {
  const [of, fact] = changed?.split('.') ?? [];
  return fact !== undefined && (of === kind || of === is) ? fact : changed;
}

function causeOf({ when, threshold }: EffectDocument): { readonly events?: string | readonly string[]; readonly threshold?: ThresholdDocument } {
  if (typeof when === 'object' && !Array.isArray(when)) return { threshold: when as ThresholdDocument };
  return { ...(when !== undefined && { events: when as string | readonly string[] }), ...(threshold && { threshold }) };
}

function compileThreshold(compiler: Compiler, pack: string, path: string, { query, reaches, every }: ThresholdDocument): CompiledThreshold {
  const value = reaches.replace(/^value:/, '');
  if (!reaches.startsWith('value:') || !compiler.value(pack, value)) compiler.problem('unknownName', pack, `${path}.when.reaches`, `no value ${reaches}`);
  return { query: query.replace(/^query:/, ''), value, every: every ?? false };
}

function compileAction(compiler: Compiler, document: EffectActionDocument, path: string, index: number, context: StepContext): CompiledAction {
  const { pack, fields } = context;
  const persons = (named: PersonsDocument, part: string) => compilePersons(compiler, pack, named, `${path}.${part}`, (field) => fields.get(field)?.type);
  if (document.ruleOf !== undefined && !fields.get(document.ruleOf)?.derived) compiler.problem('unknownName', pack, `${path}.ruleOf`, `no table of ${context.kind} sets ${document.ruleOf}`);
  const resolvable = (source: string | undefined, part: string): Resolvable | undefined => (source === undefined ? undefined : resolvableOf(compiler, source, `${path}.${part}`, context));
  return {
    ...compiler.item(pack, path, document.rule),
    index,
    once: document.once ?? false,
    instead: document.instead ?? false,
    channels: document.channels ?? [],
    proof: document.proof ?? false,
    set: Object.entries(document.set ?? {}).map(([field, value]) => ({ field, value: literalOrExpression(value, (source) => compiler.expression(pack, source, `${path}.set.${field}`)) })),
    ...pickDefined({
      options: document.options && compileOptions(compiler, document, path, context),
      tell: document.tell === undefined ? undefined : persons(document.tell, 'tell'),
      text: document.text,
      ruleOf: document.ruleOf,
      open: document.open,
      as: document.as,
      owner: document.owner === undefined ? undefined : persons(document.owner, 'owner'),
      act: document.act,
      on: document.on === undefined ? undefined : targetOf(compiler, document.on, `${path}.on`, context),
      refused: document.refused && compileAction(compiler, { rule: document.rule, ...document.refused }, `${path}.refused`, 0, context),
      publish: document.publish,
      hold: document.hold && { of: compiler.expression(pack, document.hold.of, `${path}.hold.of`), release: persons(document.hold.release, 'hold.release') },
      post: document.post && {
        ledger: document.post.ledger,
        amount: compiler.expression(pack, document.post.amount, `${path}.post.amount`),
        split: (document.post.split ?? []).map((part, at) => compilePart(compiler, part, `${path}.post.split[${at}]`, context)),
        ...pickDefined({
          to: resolvable(document.post.to, 'post.to'),
          from: resolvable(document.post.from, 'post.from'),
          account: resolvable(document.post.account, 'post.account'),
          on: resolvable(document.post.on ?? document.post.date, 'post.on'),
          evidence: resolvable(document.post.evidence, 'post.evidence'),
        }),
      },
    }),
  };
}

/** What each choice of a decision does, in the matter that asked for it. */
function compileOptions(compiler: Compiler, document: EffectActionDocument, path: string, context: StepContext): ReadonlyMap<string, readonly CompiledAction[]> {
  return new Map(Object.entries(document.options ?? {}).map(([name, does]) => {
    const actions = does === null ? [] : Array.isArray(does) ? (does as readonly EffectActionDocument[]) : [does as EffectActionDocument];
    const given = actions.filter((action) => Object.keys(action).length > 0);
    return [name, given.map((action, index) => compileAction(compiler, { ...action, rule: ruleOf(action) ?? document.rule }, `${path}.options.${name}[${index}]`, index, context))];
  }));
}

type PartDocument = NonNullable<NonNullable<EffectActionDocument['post']>['split']>[number];

function compilePart(compiler: Compiler, part: PartDocument, path: string, context: StepContext): CompiledPart {
  const { pack } = context;
  const size = part.share === undefined ? (part.amount === undefined ? { rest: true as const } : { amount: compiler.expression(pack, part.amount, `${path}.amount`) }) : { share: compiler.expression(pack, part.share.replace(/^value:/, 'values.'), `${path}.share`) };
  return { to: resolvableOf(compiler, part.to, `${path}.to`, context), size, ...pickDefined({ account: part.account === undefined ? undefined : resolvableOf(compiler, part.account, `${path}.account`, context) }) };
}

function targetOf(compiler: Compiler, on: string, path: string, { pack, fields }: StepContext): NonNullable<CompiledAction['on']> {
  if (on === 'self' || on === 'matter') return { self: true };
  if (fields.get(on)?.type === 'ref') return { field: on };
  return { expression: compiler.expression(pack, on, path) };
}

/** A post or person field is somebody; anything else is CEL (a fact, a quoted account). */
function resolvableOf(compiler: Compiler, source: string, path: string, { pack, fields }: StepContext): Resolvable {
  const field = fields.get(source)?.type;
  if (compiler.party(pack, source) || source === 'customer' || source === 'starter' || field === 'person') {
    return { persons: compilePersons(compiler, pack, source, path, () => field) };
  }
  if (source === 'businessDate') return { expression: compiler.expression(pack, 'businessDate(event.countsAt)', path) };
  return { expression: compiler.expression(pack, /^[A-Za-z][A-Za-z0-9]*$/.test(source) && field ? `matter.${source}` : source, path) };
}
