/** One point in which an answer is not what the file expects. */
export interface Difference {
  /** Where in the answer: `status`, `headers.etag`, `body.items[0].state`. */
  readonly path: string;
  readonly expected: string;
  readonly actual: string;
  /** JSON pointer of the expectation below the step, to find its line. */
  readonly pointer: string;
}

/** Where the matcher stands, in the answer and in the file. */
export interface Place {
  readonly path: string;
  readonly pointer: string;
}

const LONGEST = 400;

export function difference(place: Place, expected: unknown, actual: unknown): Difference {
  return { path: place.path, pointer: place.pointer, expected: shown(expected), actual: shown(actual) };
}

/** A value as one line; long ones are cut. Strings that are sentences of the matcher are passed as {@link Said}. */
export function shown(value: unknown): string {
  if (value instanceof Said) return value.sentence;
  if (value === undefined) return 'nothing there';
  const text = JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}… (${text.length} characters)` : text;
}

/** Words to be printed as they are, not as a JSON string. */
export class Said {
  readonly sentence: string;

  constructor(sentence: string) {
    this.sentence = sentence;
  }
}

export function below(place: Place, key: string | number, pointerKey: string | number = key): Place {
  const step = typeof key === 'number' ? `[${key}]` : `.${key}`;
  return { path: `${place.path}${step}`, pointer: `${place.pointer}/${escapePointer(pointerKey)}` };
}

/** A key as one part of a JSON pointer (RFC 6901). */
export function escapePointer(key: string | number): string {
  return String(key).replaceAll('~', '~0').replaceAll('/', '~1');
}
