import { readFileSync, statSync } from 'node:fs';
import { FileRefusedError } from './file-refused.ts';
import type { FileProblem } from './file-refused.ts';
import { jsonFault } from './json-fault.ts';
import { jsonPlaces } from './json-places.ts';
import type { JsonPlaces, PathStep } from './json-places.ts';

/** Larger than any case file or policy will ever be. */
const LARGEST = 64 * 1024 * 1024;

/** A JSON file as read, able to say where each item stands. */
export class JsonFile {
  readonly file: string;
  readonly value: unknown;
  private readonly text: string;
  private found: JsonPlaces | undefined;

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
    this.value = this.parse();
    const { duplicates } = this.places;
    if (duplicates.length > 0) throw new FileRefusedError(duplicates.map(({ path, offset }) => this.problemAt(offset, 'duplicate', path, { message: 'a key stands twice', allowed: ['each key once'] })));
  }

  /** A problem with an item, at the place where it, or the item around it, stands. */
  problem(code: string, path: readonly PathStep[], told: Pick<FileProblem, 'message' | 'found' | 'allowed'>): FileProblem {
    return this.problemAt(this.places.offsetOf(path), code, path, told);
  }

  private get places(): JsonPlaces {
    return (this.found ??= jsonPlaces(this.text));
  }

  private parse(): unknown {
    try {
      return JSON.parse(this.text);
    } catch (error) {
      const { offset, allowed } = jsonFault(this.text) ?? { offset: 0, allowed: ['one JSON value'] };
      const found = offset === this.text.length ? 'the end of the file' : JSON.stringify(this.text.slice(offset, offset + 20));
      const message = error instanceof SyntaxError ? 'no JSON' : String(error);
      throw new FileRefusedError([this.problemAt(offset, 'json', [], { message, found, allowed })]);
    }
  }

  private problemAt(offset: number, code: string, path: readonly PathStep[], told: Pick<FileProblem, 'message' | 'found' | 'allowed'>): FileProblem {
    const before = this.text.slice(0, offset).split('\n');
    return { file: this.file, line: before.length, column: before.at(-1)!.length + 1, code, severity: 'error', path: pathText(path), ...told };
  }
}

/** `cases[3].start`. */
export function pathText(path: readonly PathStep[]): string {
  return path.reduce<string>((text, step) => (typeof step === 'number' ? `${text}[${step}]` : text === '' ? step : `${text}.${step}`), '');
}

/** Reads a JSON file. Throws FileRefusedError with line and column if it is none, or says one thing twice. */
export function readJson(file: string): JsonFile {
  const place = { file, line: 1, column: 1, code: 'file', severity: 'error', path: '' } as const;
  try {
    const { size } = statSync(file);
    if (size > LARGEST) throw new FileRefusedError([{ ...place, message: 'the file is too large', found: `${size} bytes`, allowed: [`at most ${LARGEST} bytes`] }]);
    return new JsonFile(file, readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    if (error instanceof FileRefusedError) throw error;
    throw new FileRefusedError([{ ...place, message: `cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`, allowed: ['a JSON file'] }]);
  }
}
