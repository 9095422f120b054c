import { mintId } from '@huiyin/contracts-kernel';
import { isServiceName } from '@huiyin/contracts-kernel';
import { below, faultAt, isJsonObject } from '@huiyin/platform-http';
import type { Fault, JsonObject } from '@huiyin/platform-http';
import type { ActDescription, CompiledPolicy, Done, FactMap, KindDescription, Matter } from '@huiyin/regulation-engine';
import { readInstant } from '../../mapping/instant.ts';
import { readInput } from '../../mapping/read-input.ts';
import { engineWord } from '../../mapping/read-value.ts';
import type { GivenMatter } from './evaluate-policy.body.ts';

export interface GivenContext {
  readonly tenant: string;
  readonly policy: CompiledPolicy;
  readonly now: string;
}

export interface ReadMatter {
  readonly matter: Matter;
  readonly faults: readonly Fault[];
  /** Real matters that its facts point to. */
  readonly ids: readonly string[];
}

/** An id for a supposed matter: it is none of any operator's, and the same question gets the same one. */
export function supposedId(kind: KindDescription, index: number): string {
  return mintId(isServiceName(kind.service) ? kind.service : 'gateway', 0, Uint8Array.from({ length: 9 }, (_, at) => (at === 8 ? index : 0)));
}

/**
 * A matter as it is supposed to be, with its facts read like any body: unknown fields are refused by name.
 * @param pointer where it stands in the body
 * @param links ids of supposed matters by the engine's name of the field that links to them
 */
export function readGivenMatter(given: GivenMatter, kind: KindDescription, id: string, pointer: string, links: Readonly<Record<string, string>>, { tenant, policy, now }: GivenContext): ReadMatter {
  const faults: Fault[] = [];
  const at = (path: string): string => `${pointer}${path}`;
  const openedAt = given.openedAt === undefined ? now : readInstant(given.openedAt);
  if (openedAt === undefined) faults.push(faultAt(at('/openedAt'), 'wrong-format', { type: 'RFC 3339' }));
  const state = given.state === undefined ? kind.states.find(({ final, name }) => !final && name !== 'new')?.name : engineWord(given.state);
  const known = kind.states.find(({ name }) => name === state);
  if (!known) faults.push(faultAt(at('/state'), 'not-a-choice', { choices: kind.states.map(({ name }) => name).join(', ') }));
  const governors = (policy.kinds.get(kind.kind)?.governed ?? []).map(({ pack }) => pack);
  const governor = given.governor ?? governors[0];
  if (governor !== undefined && !governors.includes(governor)) faults.push(faultAt(at('/governor'), 'not-a-choice', { choices: governors.join(', ') }));
  const read = readInput(kind, ANY_FIELD, given.facts ?? {});
  faults.push(...read.faults.map((fault) => ({ ...fault, ...(fault.pointer !== undefined && { pointer: at(`/facts${fault.pointer}`) }) })));
  const facts: FactMap = { ...read.input, ...links };
  const matter: Matter = {
    id, tenant, kind: kind.kind, service: kind.service, record: kind.record, policy: policy.hash, seq: 1, state: state ?? '', final: known?.final ?? false, facts, reasons: {},
    links: linksIn(kind, facts), steps: [], did: readDone(given.did ?? {}, kind, at('/did'), faults), signatures: [], entries: [], told: [], openedAt: openedAt ?? now, openedBy: 'somebody', sealed: {}, flags: {}, ...(governor !== undefined && { governor }),
  };
  return { matter, faults, ids: read.ids.map((named) => named.id) };
}

/** Takes whatever the kind has a field for. */
const ANY_FIELD = { name: '', fields: [] } as unknown as ActDescription;

function linksIn(kind: KindDescription, facts: FactMap): Readonly<Record<string, string>> {
  return Object.fromEntries(kind.fields.flatMap(({ name, type }) => (type === 'ref' && typeof facts[name] === 'string' ? [[name, facts[name]]] : [])));
}

function readDone(given: JsonObject, kind: KindDescription, pointer: string, faults: Fault[]): Readonly<Record<string, Done>> {
  const done: Record<string, Done> = {};
  for (const [word, when] of Object.entries(given)) {
    const act = kind.acts.find(({ name }) => name === engineWord(word));
    const text = isJsonObject(when) ? when['at'] : when;
    const by = isJsonObject(when) && typeof when['by'] === 'string' ? when['by'] : 'somebody';
    const at = typeof text === 'string' ? readInstant(text) : undefined;
    if (!act) faults.push(faultAt(below(pointer, word), 'unknown-field', { name: word }));
    else if (at === undefined) faults.push(faultAt(below(pointer, word), 'wrong-format', { type: 'RFC 3339' }));
    else done[act.name] = { by, at, times: 1 };
  }
  return done;
}
