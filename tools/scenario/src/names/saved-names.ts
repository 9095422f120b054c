import { isJsonObject } from '../json.ts';
import type { Json } from '../json.ts';

const NAME = /\$([A-Za-z][A-Za-z0-9_]*)/g;
const WHOLE = /^\$([A-Za-z][A-Za-z0-9_]*)$/;

/** What later steps may insert by `$name`. */
export type SavedNames = ReadonlyMap<string, Json>;

/** The names that a text inserts, in order. `$$` is a plain dollar sign. */
export function namesIn(text: string): string[] {
  return [...text.replaceAll('$$', '').matchAll(NAME)].map((hit) => hit[1]!);
}

/** The names inserted anywhere in a value; keys of objects insert nothing. */
export function namesInValue(value: Json | undefined): string[] {
  if (typeof value === 'string') return namesIn(value);
  if (Array.isArray(value)) return value.flatMap(namesInValue);
  return isJsonObject(value) ? Object.values(value).flatMap(namesInValue) : [];
}

/**
 * The value with every `$name` replaced. A text that is nothing but `$name` becomes the saved value with its type;
 * within a longer text the value is written out, passed through `escape`. Keys of objects are left as they are.
 */
export function insertNames(value: Json, saved: SavedNames, escape: (text: string) => string = (text) => text): Json {
  if (typeof value === 'string') return insertIntoText(value, saved, escape);
  if (Array.isArray(value)) return value.map((item) => insertNames(item, saved, escape));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, insertNames(item ?? null, saved, escape)]));
}

/** As {@link insertNames}, always a text: for paths and headers. */
export function insertNamesAsText(text: string, saved: SavedNames, escape?: (text: string) => string): string {
  return writeOut(insertIntoText(text, saved, escape ?? ((value) => value), true));
}

function insertIntoText(text: string, saved: SavedNames, escape: (text: string) => string, alwaysText = false): Json {
  const whole = WHOLE.exec(text);
  if (whole && !alwaysText) return valueOf(whole[1]!, saved);
  return text
    .split('$$')
    .map((part) => part.replace(NAME, (_, name: string) => escape(writeOut(valueOf(name, saved)))))
    .join('$');
}

function valueOf(name: string, saved: SavedNames): Json {
  const value = saved.get(name);
  if (value === undefined) throw new Error(`$${name} has not been saved`);
  return value;
}

function writeOut(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
