import { kebab } from '@huiyin/platform-http';
import { describeKind, kindsOf } from '@huiyin/regulation-engine';
import type { CompiledPolicy, KindDescription } from '@huiyin/regulation-engine';

/** Kinds of a policy by the words of the API. Described when first asked for. */
export class KindIndex {
  private readonly names: readonly string[];
  private readonly described = new Map<string, KindDescription>();
  private plurals: ReadonlyMap<string, string> | undefined;

  constructor(readonly policy: CompiledPolicy) {
    this.names = kindsOf(policy);
  }

  all(): readonly KindDescription[] {
    return this.names.map((name) => this.describe(name));
  }

  byName(name: string): KindDescription | undefined {
    return this.names.includes(name) ? this.describe(name) : undefined;
  }

  /** By its noun in the API: `work-order`. */
  byWord(word: string): KindDescription | undefined {
    const name = this.names.find((candidate) => kebab(candidate) === word);
    return name === undefined ? undefined : this.describe(name);
  }

  /** By the noun of its paths: `work-orders`. */
  byPlural(plural: string): KindDescription | undefined {
    this.plurals ??= new Map(this.all().map((kind) => [kind.plural, kind.kind]));
    const name = this.plurals.get(plural);
    return name === undefined ? undefined : this.describe(name);
  }

  /** Is a matter of this kind one of that kind: itself, or a variant of it? */
  isOf(kind: string, wanted: string): boolean {
    return kind === wanted || this.byName(kind)?.is === wanted;
  }

  private describe(name: string): KindDescription {
    const known = this.described.get(name) ?? describeKind(this.policy, name);
    this.described.set(name, known);
    return known;
  }
}
