import type { ActDocument } from '../../language/act-document.ts';
import type { CycleDocument, DueDocument, EffectDocument, StepDocument, TriggerDocument } from '../../language/step-document.ts';
import type { KindDocument, PackDocument } from '../../language/pack-document.ts';
import { debtorOf } from './cycle-debtor.ts';
import { creatingActs, documentsOf, finishingActs, givenAt } from './expansion.ts';
import type { Expansion } from './expansion.ts';

/** Counts what meets a cycle; the system's act on the opened matter. */
export const TALLY = 'tally';
export const LAPSE = 'lapse';
export const LAPSED = 'lapsed';
/** Closes what is met by other matters alone and has no end of its own. */
export const FULFIL = 'fulfil';
export const FULFILLED = 'fulfilled';

/** What its cycles add to a kind: facts of the period, a step named like each cycle, the act that counts, the ends. Packs that only watch add nothing. */
export function expandCycles(packs: readonly PackDocument[]): readonly Expansion[] {
  const shared = new Set<string>();
  return packs.flatMap((pack) => (pack.mode === 'watch' ? [] : Object.entries(pack.cycles ?? {})).flatMap(([name, cycle]) => {
    const documents = documentsOf(packs, cycle.open);
    if (documents.length === 0) return [];
    const first = !shared.has(cycle.open);
    shared.add(cycle.open);
    const own = stepOf(packs, pack.pack, name, cycle, documents);
    return [...(first ? [{ pack: pack.pack, kind: cycle.open, document: factsOf(documents, cycle) }] : []), { pack: pack.pack, kind: cycle.open, document: own }];
  }));
}

function factsOf(documents: readonly KindDocument[], { rule }: CycleDocument): KindDocument {
  const acts = creatingActs(documents);
  return {
    fields: {
      cycle: givenAt(acts, { type: 'text', rule }), subject: givenAt(acts, { rule }), period: givenAt(acts, { type: 'text', period: true, rule }),
      required: givenAt(acts, { type: 'int', rule }), met: givenAt(acts, { type: 'int', rule }),
    },
    acts: { [TALLY]: { by: 'system', from: statesOf(documents), set: { met: 'has(matter.met) ? matter.met + 1 : 1' }, rule } },
    tables: { missing: { sets: 'missing', rows: [{ then: 'has(matter.required) ? (has(matter.met) ? max(0, matter.required - matter.met) : matter.required) : null', rule }], rule } },
  };
}

/** Every state, final ones too: what ends the matter may be what counts. */
function statesOf(documents: readonly KindDocument[]): readonly string[] {
  const targets = documents.flatMap(({ acts }) => Object.values(acts ?? {}).flatMap(({ to }) => (typeof to === 'string' ? [to] : (to ?? []).map(({ state }) => state))));
  return [...new Set([...documents.flatMap(({ states, final, resting }) => [...(states ?? []), ...(final ?? []), ...(resting ?? [])]), ...targets, LAPSED, FULFILLED])];
}

function stepOf(packs: readonly PackDocument[], pack: string, name: string, cycle: CycleDocument, documents: readonly KindDocument[]): KindDocument {
  const kind = cycle.open;
  const mine = `has(matter.cycle) && matter.cycle == '${pack}/${name}'`;
  const counted = ownMet(cycle);
  const counts = cycle.met?.if === undefined ? mine : `${mine} && (${cycle.met.if})`;
  // The act that fills the count ends the step itself: were it to end the matter, the tally would come too late.
  const filled: readonly TriggerDocument[] = counted ? [{ when: counted, if: `${counts} && (!has(matter.required) || (has(matter.met) ? matter.met + 1 : 1) >= matter.required)` }] : [];
  const tallied: TriggerDocument = { when: `${kind}.${TALLY}`, if: '!has(matter.required) || matter.met >= matter.required' };
  const finishing = finishingActs(documents).map((act) => `${kind}.${act}`);
  const done: readonly TriggerDocument[] = cycle.met ? [...filled, tallied] : finishing.length > 0 ? [{ when: finishing, if: 'matter.final' }] : [];
  const act = documents.some(({ acts }) => acts?.[name]) ? name : ownAct(cycle);
  const who = debtorOf(packs, pack, cycle, act);
  const step: StepDocument = {
    rule: cycle.rule,
    opens: { when: creatingActs(documents).map((creating) => `${kind}.${creating}`), if: mine, since: cycle.opens === 'end' ? 'matter.period.end' : 'matter.period.start' },
    ...(who !== undefined && { who }),
    ...(act !== undefined && { act }),
    done,
    due: dueOf(cycle),
  };
  const effects: EffectDocument[] = [
    ...(counted ? [{ when: counted, if: counts, do: { act: TALLY }, rule: cycle.rule }] : []),
    ...(cycle.lapses ? [{ when: `${kind}.${name}.missed`, if: mine, do: { act: LAPSE }, rule: cycle.rule }] : []),
  ];
  const lapses = cycle.lapses === true && !documents.some(({ acts }) => acts?.[LAPSE]);
  const fulfils = isClosedByBeingMet(cycle, documents);
  if (fulfils) effects.push({ when: `${kind}.${TALLY}`, if: `${mine} && !matter.final && (!has(matter.required) || matter.met >= matter.required)`, do: { act: FULFIL }, rule: cycle.rule });
  const acts = { ...(lapses && { [LAPSE]: closing(LAPSED, cycle) }), ...(fulfils && { [FULFIL]: closing(FULFILLED, cycle) }) };
  const final = [...(lapses ? [LAPSED] : []), ...(fulfils ? [FULFILLED] : [])];
  return { steps: { [name]: step }, effects, ...(final.length > 0 && { acts, final }) };
}

function closing(to: string, { rule }: CycleDocument): ActDocument {
  return { by: 'system', to, rule };
}

/** Nothing but events of other kinds meets it, and none of its own acts ends it: kept, it would stand open for ever. */
function isClosedByBeingMet(cycle: CycleDocument, documents: readonly KindDocument[]): boolean {
  return metElsewhere(cycle).length > 0 && ownMet(cycle) === undefined && finishingActs(documents).every((act) => act === LAPSE);
}

/** Events of the opened kind itself that count; others are told to the opened matter by the service that keeps it. */
export function ownMet(cycle: CycleDocument): readonly string[] | undefined {
  const own = metBy(cycle).filter((event) => isOwn(cycle, event));
  return own.length > 0 ? own : undefined;
}

/** Events of other kinds that count. */
export function metElsewhere(cycle: CycleDocument): readonly string[] {
  return metBy(cycle).filter((event) => !isOwn(cycle, event));
}

function metBy({ met }: CycleDocument): readonly string[] {
  return met?.when === undefined ? [] : typeof met.when === 'string' ? [met.when] : met.when;
}

function isOwn({ open }: CycleDocument, event: string): boolean {
  return !event.includes('.') || event.startsWith(`${open}.`);
}

function ownAct(cycle: CycleDocument): string | undefined {
  return ownMet(cycle)?.[0]?.split('.').at(-1);
}

function dueOf({ due, every, roll }: CycleDocument): DueDocument {
  const counted = due === 'end' ? `end of ${every}` : due;
  return roll === undefined ? counted : { is: counted, roll };
}
