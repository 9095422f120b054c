import type { FactValue } from '../matter/matter.ts';

/** Something expressions read by name. Absent is null; an unknown name is an error of the library. */
export type View = object;
export type ViewConstructor<S> = new (source: S) => View;

/**
 * Makes a class whose members are computed when read, so that an expression pays only for what it reads.
 * `asFact` is what the view becomes as a value of a field (a link: its id).
 */
export function viewClass<S>(members: ReadonlyMap<string, (source: S) => unknown>, asFact: (source: S) => FactValue): ViewConstructor<S> {
  class ScopeView {
    readonly #source: S;
    constructor(source: S) {
      this.#source = source;
    }
    toFacts(): FactValue {
      return asFact(this.#source);
    }
    static read(view: ScopeView, member: (source: S) => unknown): unknown {
      return member(view.#source);
    }
  }
  for (const [name, member] of members) {
    Object.defineProperty(ScopeView.prototype, name, {
      enumerable: true,
      get(this: ScopeView) {
        return ScopeView.read(this, member);
      },
    });
  }
  return ScopeView;
}
