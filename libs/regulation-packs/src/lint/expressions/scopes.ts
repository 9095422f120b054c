import type { ScopeTypes, TypeSpec } from '@huiyin/regulation-engine';
import type { LoadedPack } from '../../load/load-pack.ts';
import { effectiveKinds, type EffectiveKind } from '../effective-kind.ts';
import { all, entries, type LintSubject } from '../lint-subject.ts';
import { lineType, type LinkType } from './field-types.ts';
import { alwaysPresent, factTypes, matterType, requiredBy } from './matter-types.ts';
import { surelyGiven } from './surely-given.ts';
import { entryType, rowType } from './row-types.ts';
import { valuesType } from './value-types.ts';

const person: TypeSpec = { base: 'person' };
const instant: TypeSpec = { base: 'instant' };
const event: TypeSpec = {
  base: 'object', name: 'event', fields: {
    type: { base: 'text' }, kind: { base: 'text' }, at: instant, by: person, countsAt: { ...instant, optional: true },
    step: { base: 'text', optional: true }, who: { ...person, optional: true }, line: { base: 'text', optional: true },
  },
};
const id: TypeSpec = { base: 'text' };

/** Names in scope at the places of a pack where expressions stand. */
export class Scopes {
  readonly #subject: LintSubject;
  readonly #links = new Map<string, TypeSpec>();

  constructor(subject: LintSubject) {
    this.#subject = subject;
  }

  /** A linked matter, seen one hop away: its own links are only compared. */
  readonly link: LinkType = (name) => {
    if (name === undefined || name === 'any') return id;
    const known = this.#links.get(name);
    if (known !== undefined) return known;
    const [kind] = effectiveKinds(this.#subject, name);
    const type = kind === undefined || kind.fields.size === 0 ? id : matterType(kind, alwaysPresent(kind), () => ({ base: 'any' }));
    this.#links.set(name, type);
    return type;
  };

  /** What every expression of the pack may name. */
  base(pack: LoadedPack): Record<string, TypeSpec> {
    const queries = all(this.#subject).flatMap(({ document }) => entries(document.queries).map(([name]) => [name, { base: 'any' } satisfies TypeSpec] as const));
    return { now: instant, values: valuesType(this.#subject, pack), facts: { base: 'object', name: 'facts', fields: Object.fromEntries(queries) } };
  }

  /** Steps, tables, owners: the matter after the event; `did`: acts that surely were done. */
  matter(pack: LoadedPack, kind: EffectiveKind, did: readonly string[] = []): ScopeTypes {
    return { ...this.base(pack), matter: matterType(kind, this.#present(kind, did), this.link, did) };
  }

  /** `did`: the act whose event it is, if it is one act's; then what it was given is known too. */
  effect(pack: LoadedPack, kind: EffectiveKind, did: readonly string[]): ScopeTypes {
    const [only] = did;
    return { ...this.matter(pack, kind, did), ...(only !== undefined && { act: this.#given(kind, only) }), event, actor: person, starter: { ...person, optional: true }, line: { base: 'any', optional: true } };
  }

  /** What follows a threshold: nobody's matter, the group that reached it is `key`. */
  threshold(pack: LoadedPack): ScopeTypes {
    return { ...this.base(pack), key: { base: 'any' }, event, actor: person };
  }

  /** Gates of an extension: beside the matter the act itself, with how long and why. */
  extension(pack: LoadedPack, kind: EffectiveKind, did: readonly string[]): ScopeTypes {
    const given: TypeSpec = { base: 'object', name: `${kind.name}.extension`, fields: { duration: { base: 'duration', optional: true }, reason: { base: 'text', optional: true } } };
    const { matter, ...rest } = this.matter(pack, kind, did);
    return { ...rest, matter: matter!, after: matter!, act: given, actor: person };
  }

  /** Gates, targets and assignments of an act. */
  act(pack: LoadedPack, kind: EffectiveKind, act: string): ScopeTypes {
    const columns = this.#columns(kind, act);
    return {
      ...this.base(pack),
      matter: matterType(kind, alwaysPresent(kind), this.link),
      after: matterType(kind, this.#present(kind, [act]), this.link),
      act: columns ?? this.#given(kind, act),
      actor: person,
      ...(columns !== undefined && { line: columns }),
    };
  }

  /** Views and queries over `kind`, `kind.steps`, `kind.<lines>` or `ledger.<name>`. Undefined: nothing of that name. */
  row(pack: LoadedPack, of: string): ScopeTypes | undefined {
    const [name = '', part] = of.split('.');
    const scope = (it: TypeSpec): ScopeTypes => ({ ...this.base(pack), it, actor: person });
    if (name === 'ledger') return scope(entryType);
    const [kind] = effectiveKinds(this.#subject, name);
    if (kind === undefined) return undefined;
    return scope(part === undefined ? matterType(kind, alwaysPresent(kind), this.link) : rowType(kind, part, this.link));
  }

  /** A promise that runs once per line of this field. */
  each(pack: LoadedPack, kind: EffectiveKind, field: string, did: readonly string[]): ScopeTypes {
    return { ...this.matter(pack, kind, did), line: lineType(field, (kind.fields.get(field) ?? []).map(({ document }) => document), this.link) };
  }

  /** Places and figures, which are read for matters of several kinds. */
  anywhere(pack: LoadedPack): ScopeTypes {
    return { ...this.base(pack), matter: { base: 'any', optional: true }, actor: { ...person, optional: true } };
  }

  /** Columns of the line that an act works on. */
  #columns(kind: EffectiveKind, act: string): TypeSpec | undefined {
    const line = kind.acts.get(act)?.findLast(({ document }) => document.line !== undefined)?.document.line;
    return line === undefined ? undefined : lineType(line, (kind.fields.get(line) ?? []).map(({ document }) => document), this.link);
  }

  #given(kind: EffectiveKind, act: string): TypeSpec {
    return this.#columns(kind, act) ?? { base: 'object', name: `${kind.name}.${act}`, fields: factTypes(kind, (field) => surelyGiven(kind, field, act), this.link) };
  }

  #present(kind: EffectiveKind, did: readonly string[]): (field: string) => boolean {
    const always = alwaysPresent(kind);
    return (field) => always(field) || did.some((act) => requiredBy(kind, field, act));
  }
}
