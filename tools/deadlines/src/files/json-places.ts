/** A step of the way to an item: a key or an index. */
export type PathStep = string | number;

/** Where the items of a JSON text begin, by offset, and which keys stand twice in one object. */
export interface JsonPlaces {
  offsetOf(path: readonly PathStep[]): number;
  duplicates: readonly { path: readonly PathStep[]; offset: number }[];
}

interface Frame {
  list: boolean;
  key: PathStep;
  /** Whether the next text of an object is a key. */
  expectsKey: boolean;
}

const TOKEN = /[{}[\],:]|"[^"\\]*(?:\\.[^"\\]*)*"|[^\s{}[\],:"]+/g;

/** Walks the tokens of a text that JSON.parse has accepted and notes where each item begins. */
export function jsonPlaces(text: string): JsonPlaces {
  const offsets = new Map<string, number>();
  const duplicates: { path: PathStep[]; offset: number }[] = [];
  const frames: Frame[] = [];
  const path = (): PathStep[] => frames.map(({ key }) => key);
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const top = frames.at(-1);
    if (token === '}' || token === ']') frames.pop();
    else if (token === ',') next(top!);
    else if (token === ':') top!.expectsKey = false;
    else if (top?.expectsKey) {
      top.key = JSON.parse(token) as string;
      if (offsets.has(keyOf(path()))) duplicates.push({ path: path(), offset: index });
      offsets.set(keyOf(path()), index);
    } else {
      if (!offsets.has(keyOf(path()))) offsets.set(keyOf(path()), index);
      if (token === '{' || token === '[') frames.push({ list: token === '[', key: token === '[' ? 0 : '', expectsKey: token === '{' });
    }
  }
  return { duplicates, offsetOf: (wanted) => nearest(offsets, wanted) };
}

function next(frame: Frame): void {
  if (frame.list) frame.key = (frame.key as number) + 1;
  else frame.expectsKey = true;
}

/** The offset of an item, or of the nearest item around it. */
function nearest(offsets: ReadonlyMap<string, number>, path: readonly PathStep[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const offset = offsets.get(keyOf(path.slice(0, length)));
    if (offset !== undefined) return offset;
  }
  return 0;
}

function keyOf(path: readonly PathStep[]): string {
  return JSON.stringify(path.map(String));
}
