import { isMap, isNode, isScalar, isSeq } from 'yaml';
import type { Document, LineCounter, Node } from 'yaml';
import type { Json, JsonObject } from '../json.ts';
import type { ScenarioProblem } from '../scenario.ts';

/** A value of the file together with the place to point at when it is wrong. */
export interface Entry {
  readonly key: Node;
  /** `null` where the file has a key and no value. */
  readonly value: Node | null;
}

export type Entries = ReadonlyMap<string, Entry>;

/** Reads nodes of one file and gathers everything that is wrong, each with line and column. */
export class ScenarioReader {
  readonly problems: ScenarioProblem[] = [];
  private readonly file: string;
  private readonly document: Document;
  private readonly counter: LineCounter;

  constructor(file: string, document: Document, counter: LineCounter) {
    this.file = file;
    this.document = document;
    this.counter = counter;
  }

  refuse(at: Node | number | null | undefined, message: string): void {
    const offset = typeof at === 'number' ? at : (at?.range?.[0] ?? 0);
    const { line, col } = this.counter.linePos(offset);
    this.problems.push({ file: this.file, line: Math.max(line, 1), column: Math.max(col, 1), message });
  }

  lineOf(node: Node | null): number {
    return this.counter.linePos(node?.range?.[0] ?? 0).line;
  }

  /** The entries of a mapping; keys outside `allowed` are refused by name. `allowed` undefined: any text key. */
  entries(node: Node | null, what: string, allowed?: readonly string[]): Entries {
    const found = new Map<string, Entry>();
    if (!isMap(node)) {
      this.refuse(node, `${what} must be a mapping`);
      return found;
    }
    for (const pair of node.items) {
      const key = pair.key as Node;
      const name = isScalar(key) && typeof key.value === 'string' ? key.value : undefined;
      if (name === undefined) this.refuse(key, `keys of ${what} must be texts`);
      else if (allowed && !allowed.includes(name)) this.refuse(key, `unknown key "${name}"; ${what} has ${allowed.join(', ')}`);
      else found.set(name, { key, value: isNode(pair.value) ? pair.value : null });
    }
    return found;
  }

  items(entry: Entry, what: string): (Node | null)[] {
    if (isSeq(entry.value)) return entry.value.items.map((item) => (isNode(item) ? item : null));
    this.refuse(entry.value ?? entry.key, `${what} must be a list`);
    return [];
  }

  /** The text of an entry, `undefined` where there is no entry. */
  text(entry: Entry | undefined, what: string): string | undefined {
    if (!entry) return undefined;
    const value = isScalar(entry.value) ? entry.value.value : undefined;
    if (typeof value === 'string' && value !== '') return value;
    this.refuse(entry.value ?? entry.key, `${what} must be a text`);
    return undefined;
  }

  /** A list of texts; one text alone stands for a list of one. */
  texts(entry: Entry | undefined, what: string): string[] | undefined {
    if (!entry) return undefined;
    if (isScalar(entry.value)) return [this.text(entry, what)].filter((text) => text !== undefined);
    return this.items(entry, what).flatMap((item) => this.text({ key: entry.key, value: item }, `each of ${what}`) ?? []);
  }

  required(entries: Entries, key: string, at: Node | null, what: string): Entry | undefined {
    const entry = entries.get(key);
    if (!entry) this.refuse(at, `${what} needs "${key}"`);
    return entry;
  }

  /** Any mapping, as it stands. */
  mapping(entry: Entry | undefined, what: string): JsonObject | undefined {
    if (!entry) return undefined;
    if (isMap(entry.value)) return this.json(entry.value) as JsonObject;
    this.refuse(entry.value ?? entry.key, `${what} must be a mapping`);
    return undefined;
  }

  json(node: Node | null): Json {
    return node === null ? null : (node.toJS(this.document) as Json);
  }
}
