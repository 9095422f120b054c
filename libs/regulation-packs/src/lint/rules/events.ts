import type { EffectDocument, StepDocument } from '@huiyin/regulation-engine';
import { effectiveKinds } from '../effective-kind.ts';
import { all, asList, entries, eventsOf, isCore, kindParts, partsOf, type KindPart, type LintRule, type LintSubject } from '../lint-subject.ts';
import { unknownName } from '../unknown-name.ts';
import { special } from './special-acts.ts';

const ofSteps = new Set(['opened', 'warned', 'missed', 'met', 'extended', 'dropped', 'reached', 'excused', 'extra']);
const ofActs = new Set(['refused', 'wouldRefuse', 'signed']);

/** Events that a step waits for. */
function* ofStep(step: StepDocument, at: string): Generator<readonly [string, string]> {
  for (const event of asList(step.opens.when)) yield [event, `${at}.opens.when`];
  for (const item of asList(step.done as Exclude<StepDocument['done'], readonly unknown[]>)) {
    for (const event of typeof item === 'string' ? [item] : asList(item.when)) yield [event, `${at}.done`];
  }
  for (const word of ['reopens', 'restarts', 'drops'] as const) for (const event of asList(step[word])) yield [event, `${at}.${word}`];
}

function* ofPart({ document, path }: KindPart): Generator<readonly [string, string]> {
  for (const [name, step] of entries(document.steps)) yield* ofStep(step, `${path}.steps.${name}`);
  for (const [index, effect] of (document.effects ?? []).entries() as IterableIterator<[number, EffectDocument]>) {
    for (const event of eventsOf(effect.when)) yield [event, `${path}.effects[${index}].when`];
  }
}

/** Acts and steps that a matter of the kind can have, as this pack sees it: its own shape where it governs, else every shape. */
function namesOf(subject: LintSubject, part: KindPart, kind: string): { readonly acts: ReadonlySet<string>; readonly steps: ReadonlySet<string> } {
  const shapes = effectiveKinds(subject, kind);
  const own = shapes.filter(({ governor }) => governor?.pack === part.pack);
  const seen = own.length > 0 ? own : shapes;
  const declared = isCore(part.pack.document) ? partsOf(subject, kind).flatMap(({ document }) => Object.keys(document.acts ?? {})) : [];
  const cycles = all(subject).flatMap(({ document }) => entries(document.cycles).flatMap(([name, { open }]) => (open === kind ? [name] : [])));
  return { acts: new Set([...declared, ...seen.flatMap(({ acts }) => [...acts.keys()])]), steps: new Set([...cycles, ...seen.flatMap(({ steps }) => steps.map(({ name }) => name))]) };
}

/** What is wrong with an event: the word in it that leads nowhere, and what there is. */
interface Wrong {
  readonly message: string;
  readonly word: string;
  readonly known: Iterable<string>;
}

function wrongWith(subject: LintSubject, part: KindPart, event: string): Wrong | undefined {
  const [first = '', second, third] = event.split('.');
  const [kind, name] = second === undefined ? [part.kind, first] : [first, second];
  if (partsOf(subject, kind).length === 0) return { message: `no kind ${kind}`, word: kind, known: kindParts(subject).map((other) => other.kind) };
  const { acts, steps } = namesOf(subject, part, kind);
  if (third === undefined || ofActs.has(third)) return acts.has(name) || special.test(name) ? undefined : { message: `${kind} has no act ${name}`, word: name, known: acts };
  if (!ofSteps.has(third)) return { message: `a step is never ${third}`, word: third, known: ofSteps };
  return name === '*' || steps.has(name) || special.test(name) ? undefined : { message: `${kind} has no step ${name}`, word: name, known: steps };
}

/** Whatever a step or effect waits for can happen: the act or step it names is there. */
export const events: LintRule = (subject) =>
  kindParts(subject).flatMap((part) =>
    [...ofPart(part)].flatMap(([event, path]) => {
      const wrong = wrongWith(subject, part, event);
      return wrong === undefined ? [] : [{ ...unknownName(part.pack, path, 'unknownEvent', wrong.message, wrong.word, wrong.known), found: event }];
    }),
  );
