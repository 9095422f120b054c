import { Injectable } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { below, faultAt, faultsOfClass, isJsonObject, problem } from '@huiyin/platform-http';
import type { Fault, JsonObject } from '@huiyin/platform-http';
import { personOfStaff } from '@huiyin/platform-matters';
import type { Facts, KindDescription, Matter, Person } from '@huiyin/regulation-engine';
import type { Caller } from '../../callers/caller.ts';
import { contextOf, systemContext } from '../../callers/rpc-context.ts';
import { MatterClient } from '../../door/matter-client.ts';
import { apiName } from '../../mapping/field-name.ts';
import type { KindIndex } from '../kind-index.ts';
import { GivenMatter } from './evaluate-policy.body.ts';
import { directoryWith } from './given-person.ts';
import { readGivenMatter, supposedId } from './given-matter.ts';
import type { GivenContext, ReadMatter } from './given-matter.ts';

const MOST_STAFF = 5_000;
const STAFF_PAGE = 200;
/** Real matters that a question may point to. */
const MOST_LOOKED_UP = 50;

export interface Supposed {
  readonly matter?: Matter;
  readonly links: ReadonlyMap<string, Matter>;
  /** Facts by which an input of the kind links to the supposed matters. */
  readonly linkFacts: Readonly<Record<string, string>>;
}

/** What is supposed in a what-if question, beside what is really there. */
@Injectable()
export class SupposedMatters {
  constructor(private readonly matters: MatterClient) {}

  /** @throws ProblemError 422 naming every fault of what is given */
  async read(kinds: KindIndex, kind: KindDescription, given: GivenMatter | undefined, links: JsonObject, asked: Omit<GivenContext, 'policy'>): Promise<Supposed> {
    const context: GivenContext = { ...asked, policy: kinds.policy };
    const linked = await Promise.all(Object.entries(links).map(([name, value], index) => this.linked(kinds, kind, name, value, index, context)));
    const linkFacts = Object.fromEntries(linked.flatMap(({ field, read }) => (field !== undefined && read ? [[field, read.matter.id]] : [])));
    const own = given && readGivenMatter(given, kind, supposedId(kind, 255), '/matter', linkFacts, context);
    const faults = [...linked.flatMap(({ faults: found }) => found), ...(own?.faults ?? [])];
    if (faults.length > 0) throw problem('invalid', { errors: faults });
    return { ...(own && { matter: own.matter }), links: new Map(linked.flatMap(({ read }) => (read ? [[read.matter.id, read.matter] as const] : []))), linkFacts };
  }

  /** Facts as the engine asks for them: the operator's staff, the supposed matters, and real ones that the caller may read. */
  async facts(caller: Caller, supposed: Supposed, persons: readonly Person[], ids: readonly string[]): Promise<Facts> {
    const known = new Map(supposed.links);
    const wanted = [...new Set(ids)].filter((id) => !known.has(id));
    if (wanted.length > MOST_LOOKED_UP) throw problem('invalid', { errors: [faultAt('/matter/facts', 'too-long', { max: MOST_LOOKED_UP })] });
    for (const head of await Promise.all(wanted.map((id) => this.matters.find(contextOf(caller), id)))) if (head) known.set(head.matter.id, head.matter);
    return { directory: directoryWith(await this.staff(caller), persons), matter: (id) => known.get(id) };
  }

  private async linked(kinds: KindIndex, kind: KindDescription, name: string, value: unknown, index: number, context: GivenContext): Promise<{ readonly field?: string; readonly read?: ReadMatter; readonly faults: readonly Fault[] }> {
    const pointer = below('/links', name);
    const field = kind.fields.find((candidate) => candidate.type === 'ref' && (apiName(candidate) === name || candidate.name === name));
    if (!field) return { faults: [faultAt(pointer, 'unknown-field', { name })] };
    if (!isJsonObject(value) || index > MOST_LOOKED_UP) return { faults: [faultAt(pointer, 'wrong-type', { type: '{ … }' })] };
    const given = plainToInstance(GivenMatter, value);
    const errors = await validate(given, { whitelist: true, forbidNonWhitelisted: true });
    if (errors.length > 0) return { faults: faultsOfClass(errors, pointer) };
    const to = given.kind === undefined ? kinds.byName(field.to ?? '') : kinds.byWord(given.kind);
    if (!to) return { faults: [faultAt(`${pointer}/kind`, 'required')] };
    const read = readGivenMatter(given, to, supposedId(to, index), pointer, {}, context);
    return { field: field.name, read, faults: read.faults };
  }

  private async staff(caller: Caller): Promise<readonly Person[]> {
    const people: Person[] = [];
    const context = systemContext(caller.operator, caller.now);
    for (let after: string | undefined; people.length < MOST_STAFF; ) {
      const page = await this.matters.list('gateway', { context, kind: 'staffMember', filter: {}, sort: 'openedAt', limit: STAFF_PAGE, ...(after !== undefined && { after }) });
      people.push(...page.items.map(({ matter }) => personOfStaff(matter)));
      after = page.next;
      if (after === undefined) break;
    }
    return people;
  }
}
