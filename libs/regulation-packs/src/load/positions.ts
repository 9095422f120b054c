import type { Position } from './pack-problem.ts';

/** Path of an item below another: `kinds.workOrder`, `require[0]`. */
export function pathBelow(path: string, step: string | number): string {
  if (typeof step === 'number') return `${path}[${step}]`;
  return path === '' ? step : `${path}.${step}`;
}

/** Where each item of a merged pack was written. */
export class Positions {
  readonly #places = new Map<string, Position>();
  readonly #file: string;

  /** `file` is named where nothing better is known. */
  constructor(file: string) {
    this.#file = file;
  }

  set(path: string, place: Position): void {
    if (!this.#places.has(path)) this.#places.set(path, place);
  }

  /** The place of the item, or of the nearest item around it. */
  of(path: string): Position {
    let rest = path;
    while (rest !== '') {
      const place = this.#places.get(rest);
      if (place !== undefined) return place;
      rest = rest.replace(/(^|\.)[^.[\]]*$|\[\d+\]$/, '');
    }
    return this.#places.get('') ?? { file: this.#file, line: 1, column: 1 };
  }
}
