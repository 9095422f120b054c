import { formOf } from '@huiyin/regulation-engine';
import type { FactMap, FactValue } from '@huiyin/regulation-engine';
import type { CaseDocument, Expectation, MatterExpectation } from './case-document.ts';
import { refusalText, shortRule, type CaseWorld, type Played } from './case-world.ts';
import { withInstants } from './local-times.ts';
import { differences, differenceText } from './match.ts';
import { matterAsSeen } from './observed.ts';
import { mustPlay, type Stages } from './stages.ts';

/** Members of an expectation that are about the one matter. */
const ofMatter = ['state', 'number', 'owner', 'final', 'waitsFor', 'facts', 'next', 'steps', 'entries', 'sealed', 'why'] as const;

function compared(world: CaseWorld, expected: MatterExpectation, id: string, pack: string, path: string): readonly string[] {
  const wanted = Object.fromEntries(ofMatter.flatMap((member) => (expected[member] === undefined ? [] : [[member, expected[member] as FactValue]])));
  if (Object.keys(wanted).length === 0) return [];
  const matter = world.matters.get(id);
  if (matter === undefined) return [`${path}: there is no matter ${id}`];
  const misspelt = unknownNames(world, matter.kind, expected, path);
  if (misspelt.length > 0) return misspelt;
  return differences(withInstants(wanted as FactMap, world.zone), matterAsSeen(world, id, expected, pack), path).map(differenceText);
}

/** Facts and steps that the kind has not: absent they would be, however they are spelt. */
function unknownNames(world: CaseWorld, name: string, expected: MatterExpectation, path: string): readonly string[] {
  const family = world.policy.kinds.get(name);
  const shapes = family === undefined ? [] : [family.plain, ...family.governed.map(({ kind }) => kind)];
  const unknown = (word: 'facts' | 'steps', known: (shape: (typeof shapes)[number], key: string) => boolean, what: string): readonly string[] =>
    Object.keys(expected[word] ?? {}).filter((key) => !shapes.some((shape) => known(shape, key.split(/[#/]/)[0] ?? key))).map((key) => `${path}.${word}.${key}: ${name} has no ${what} ${key}`);
  return [...unknown('facts', ({ fields }, key) => fields.has(key), 'field'), ...unknown('steps', ({ steps }, key) => key === 'fallback' || steps.has(key), 'step')];
}

/** `events` must have happened in this order, whatever stands between them. */
function missingEvent(expected: readonly string[], happened: readonly string[]): string | undefined {
  let from = 0;
  for (const type of expected) {
    const at = happened.indexOf(type, from);
    if (at < 0) return type;
    from = at + 1;
  }
  return undefined;
}

function forms(world: CaseWorld, expected: NonNullable<Expectation['forms']>): readonly string[] {
  return Object.entries(expected).flatMap(([name, wanted]) => {
    const form = formOf(world.policy, name);
    const seen = { copies: (form?.copies ?? []).map(({ to }) => to), entitles: (form?.copies ?? []).map(({ entitles }) => entitles ?? null), fields: form?.fields ?? [] };
    return differences(wanted, seen, `then.forms.${name}`).map(differenceText);
  });
}

function outcome(world: CaseWorld, then: Expectation, played: Played, before: { told: number; events: number }, pack: string): readonly string[] {
  const refused = played.refusals.map((refusal) => refusalText(refusal, pack));
  const told = world.told.slice(before.told).map(({ to, rule, text }) => `${to} ${shortRule(rule, pack)} ${text}`).sort();
  const missing = missingEvent(then.events ?? [], world.happened.slice(before.events).map(({ event }) => event.type));
  return [
    ...differences(then.refused ?? [], refused, 'then.refused').map(differenceText),
    ...(then.told === undefined ? [] : differences([...then.told].sort(), told, 'then.told').map(differenceText)),
    ...(missing === undefined ? [] : [`then.events: ${missing} did not happen`]),
    ...(then.rows === undefined ? [] : differences(withInstants(then.rows, world.zone), played.view?.ok ? played.view.rows : null, 'then.rows').map(differenceText)),
    ...forms(world, then.forms ?? {}),
    ...(played.matter === undefined ? [] : compared(world, then, played.matter, pack, 'then')),
    ...Object.entries(then.matters ?? {}).flatMap(([id, expected]) => compared(world, expected, id, pack, `then.matters.${id}`)),
  ];
}

/**
 * Plays an example on the real engine.
 * @returns what came out otherwise than it says; empty: it holds
 */
export function runCase(stages: Stages, example: CaseDocument, pack: string): readonly string[] {
  try {
    const world = stages.world(example.stage);
    for (const act of example.given ?? []) mustPlay(world, act, pack);
    const before = { told: world.told.length, events: world.happened.length };
    return outcome(world, example.then, world.play(example.when), before, pack);
  } catch (error) {
    if (error instanceof Error) return [`cannot be played: ${error.message}`];
    throw error;
  }
}
