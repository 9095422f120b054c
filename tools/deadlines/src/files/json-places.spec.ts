import { JsonFile } from './json-file.ts';
import { jsonFault } from './json-fault.ts';
import { jsonPlaces } from './json-places.ts';
import type { PathStep } from './json-places.ts';

const TEXT = `{
  "a": [1, {"b": "x, ]}\\" :"}, []],
  "c": {
    "d": null, "é": -1.5e3
  }
}
`;
const at = (path: PathStep[], text = TEXT): string => text.slice(jsonPlaces(text).offsetOf(path)).slice(0, 6);

describe('jsonPlaces', () => {
  it.each<[PathStep[], string]>([
    [[], '{\n  "a'], [['a'], '"a": ['], [['a', 0], '1, {"b'], [['a', 1], '{"b": '], [['a', 1, 'b'], '"b": "'], [['a', 2], '[]],\n '],
    [['c', 'd'], '"d": n'], [['c', 'é'], '"é": -'],
  ])('%j stands at %j', (path, begins) => {
    expect(at(path)).toBe(begins);
  });

  it('an item that is not there stands where the item around it does', () => {
    expect(at(['c', 'nothing', 3])).toBe(at(['c']));
    expect(at(['nothing'])).toBe(at([]));
  });

  it('finds keys that stand twice, at the second', () => {
    const text = '{"a": {"b": 1, "b": 2}, "c": [{"b": 1}, {"b": 1}]}';
    expect(jsonPlaces(text).duplicates).toEqual([{ path: ['a', 'b'], offset: 15 }]);
    expect(jsonPlaces(TEXT).duplicates).toEqual([]);
  });
});

describe('JsonFile', () => {
  it.each([
    ['{"a": 1,}', 'f.json:1:9 json: no JSON; found "}"; allowed: a key in double quotes'],
    ['{\n  "a": x\n}', 'f.json:2:8 json: no JSON; found "x\\n}"; allowed: a value'],
    ['{"a": [1, 2', 'f.json:1:12 json: no JSON; found the end of the file; allowed: ,, ]'],
    ['', 'f.json:1:1 json: no JSON; found the end of the file; allowed: a value'],
    ['{"a" 1}', 'f.json:1:6 json: no JSON; found "1}"; allowed: :'],
    ['{a: 1}', 'f.json:1:2 json: no JSON; found "a: 1}"; allowed: a key in double quotes, }'],
    ['[1 2]', 'f.json:1:4 json: no JSON; found "2]"; allowed: ,, ]'],
    ['[}', 'f.json:1:2 json: no JSON; found "}"; allowed: a value, ]'],
    ['[]]', 'f.json:1:3 json: no JSON; found "]"; allowed: the end of the file'],
    ['[01]', 'f.json:1:2 json: no JSON; found "01]"; allowed: a value, ]'],
    ['["a\nb"]', 'f.json:1:2 json: no JSON; found'],
    ['[nullx]', 'f.json:1:2 json: no JSON; found "nullx]"; allowed: a value, ]'],
    ["['a']", `f.json:1:2 json: no JSON; found "'a']"; allowed: a value, ]`],
  ])('refuses %j with the place, what was found and what is allowed', (text, message) => {
    expect(() => new JsonFile('f.json', text)).toThrow(message);
  });

  it.each(['{}', '[]', ' 1 ', '"x"', 'null', '[-0.5e+3, {"a": {"b": [true, false, "\\u00e9\\n"]}}]', '{"a": []\n}\n'])('reads %s and finds no fault in it', (text) => {
    expect(new JsonFile('f.json', text).value).toEqual(JSON.parse(text));
    expect(jsonFault(text)).toBeNull();
  });

  it('a text of a million characters, ended or not, is read or refused at once', () => {
    const long = `"${'x\\n'.repeat(300_000)}`;
    expect((new JsonFile('f.json', `[${long}"]`).value as string[])[0]).toHaveLength(600_000);
    expect(() => new JsonFile('f.json', `[${long}`)).toThrow('f.json:1:2 json: no JSON');
  });

  it('refuses a key that stands twice, naming it', () => {
    expect(() => new JsonFile('f.json', '{"a": 1,\n "a": 2}')).toThrow('f.json:2:2 duplicate a: a key stands twice; allowed: each key once');
  });
});
