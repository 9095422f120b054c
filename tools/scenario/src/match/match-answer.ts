import { insertNames, insertNamesAsText } from '../names/saved-names.ts';
import type { SavedNames } from '../names/saved-names.ts';
import { isJsonObject } from '../json.ts';
import type { Json } from '../json.ts';
import type { Answer } from '../gateway/answer.ts';
import type { Expectation } from '../scenario.ts';
import { difference, Said } from './difference.ts';
import type { Difference } from './difference.ts';
import { match } from './match.ts';

/** What in the answer is not as the step expects; without an expectation any 2xx will do. */
export function matchAnswer(expect: Expectation, answer: Answer, saved: SavedNames, zone: string): Difference[] {
  const differences = matchStatus(expect.status, answer.status);
  for (const [name, wanted] of Object.entries(expect.headers ?? {})) {
    const place = { path: `headers.${name}`, pointer: `/expect/headers/${name}` };
    const value = insertExpected(wanted ?? null, saved);
    const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
    differences.push(...match(text, answer.headers.get(name) ?? undefined, place, zone));
  }
  if (expect.body !== undefined) {
    const place = { path: 'body', pointer: '/expect/body' };
    differences.push(...match(insertExpected(expect.body, saved), answer.body, place, zone));
  }
  return differences;
}

function matchStatus(wanted: number | undefined, status: number): Difference[] {
  const fine = wanted === undefined ? status >= 200 && status < 300 : status === wanted;
  const place = { path: 'status', pointer: '/expect/status' };
  return fine ? [] : [difference(place, wanted ?? new Said('2xx'), status)];
}

/** Inside a `$matches` a saved value stands for itself, whatever signs of regular expressions it holds. */
function insertExpected(value: Json, saved: SavedNames): Json {
  if (Array.isArray(value)) return value.map((item) => insertExpected(item, saved));
  if (!isJsonObject(value)) return insertNames(value, saved);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === '$matches' ? insertNamesAsText(`${item}`, saved, literally) : insertExpected(item ?? null, saved),
    ]),
  );
}

function literally(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
