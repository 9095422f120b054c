import type { CycleDocument, DueDocument, EffectDocument, StepDocument, TriggerDocument } from '../../language/step-document.ts';
import type { KindDocument, PackDocument } from '../../language/pack-document.ts';
import { creatingActs, documentsOf, finishingActs, givenAt } from './expansion.ts';
import type { Expansion } from './expansion.ts';

/** Counts what meets a cycle; the system's act on the opened matter. */
export const TALLY = 'tally';
export const LAPSE = 'lapse';
export const LAPSED = 'lapsed';

/** What its cycles add to a kind: facts of the period, a step named like each cycle, the act that counts, the lapse. Packs that only watch add nothing. */
export function expandCycles(packs: readonly PackDocument[]): readonly Expansion[] {
  const shared = new Set<string>();
  return packs.flatMap((pack) => (pack.mode === 'watch' ? [] : Object.entries(pack.cycles ?? {})).flatMap(([name, cycle]) => {
    const documents = documentsOf(packs, cycle.open);
    if (documents.length === 0) return [];
    const first = !shared.has(cycle.open);
    shared.add(cycle.open);
    const own = stepOf(pack.pack, name, cycle, documents);
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
  return [...new Set([...documents.flatMap(({ states, final, resting }) => [...(states ?? []), ...(final ?? []), ...(resting ?? [])]), ...targets, LAPSED])];
}

function stepOf(pack: string, name: string, cycle: CycleDocument, documents: readonly KindDocument[]): KindDocument {
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
  const step: StepDocument = {
    rule: cycle.rule,
    opens: { when: creatingActs(documents).map((creating) => `${kind}.${creating}`), if: mine, since: cycle.opens === 'end' ? 'matter.period.end' : 'matter.period.start' },
    ...(namesPersons(cycle) && { who: 'matter.subject' }),
    ...(act !== undefined && { act }),
    done,
    due: dueOf(cycle),
  };
  const effects: EffectDocument[] = [
    ...(counted ? [{ when: counted, if: counts, do: { act: TALLY }, rule: cycle.rule }] : []),
    ...(cycle.lapses ? [{ when: `${kind}.${name}.missed`, if: mine, do: { act: LAPSE }, rule: cycle.rule }] : []),
  ];
  const lapse = cycle.lapses && !documents.some(({ acts }) => acts?.[LAPSE]) ? { acts: { [LAPSE]: { by: 'system', to: LAPSED, rule: cycle.rule } }, final: [LAPSED] } : {};
  return { steps: { [name]: step }, effects, ...lapse };
}

/** Events of the opened kind itself that count; others are told to the opened matter by the service that keeps it. */
export function ownMet({ met, open }: CycleDocument): readonly string[] | undefined {
  const when = met?.when === undefined ? [] : typeof met.when === 'string' ? [met.when] : met.when;
  const own = when.filter((event) => !event.includes('.') || event.startsWith(`${open}.`));
  return own.length > 0 ? own : undefined;
}

function ownAct(cycle: CycleDocument): string | undefined {
  return ownMet(cycle)?.[0]?.split('.').at(-1);
}

/** A query gives matters; anything else persons, who owe. */
export function queryOf({ for: subjects }: CycleDocument): string | undefined {
  return typeof subjects === 'string' ? /^(?:query:|facts\.)([A-Za-z][A-Za-z0-9]*)$/.exec(subjects)?.[1] : undefined;
}

function namesPersons(cycle: CycleDocument): boolean {
  return queryOf(cycle) === undefined;
}

function dueOf({ due, every, roll }: CycleDocument): DueDocument {
  const counted = due === 'end' ? `end of ${every}` : due;
  return roll === undefined ? counted : { is: counted, roll };
}
