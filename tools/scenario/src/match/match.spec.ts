import type { Json } from '../json.ts';
import { match } from './match.ts';

const PLACE = { path: 'body', pointer: '/expect/body' };
const differences = (expected: Json, actual: Json | undefined) => match(expected, actual, PLACE, 'Asia/Shanghai');

describe('matching an answer', () => {
  it.each<[string, Json, Json]>([
    ['an object is a subset', { a: 1 }, { a: 1, b: 2 }],
    ['nested objects are subsets', { a: { b: 'x' } }, { a: { b: 'x', c: 0 }, d: [] }],
    ['an array is the same element by element', [1, { a: 2 }], [1, { a: 2, b: 3 }]],
    ['null is null', { a: null }, { a: null }],
    ['an empty object is any object', {}, { a: 1 }],
    ['moments are the same instant', '2026-03-02T09:30+08:00', '2026-03-02T01:30:00.000Z'],
    ['a moment without an offset is local to the operator', '2026-03-02T09:30', '2026-03-02T01:30:00Z'],
    ['a date is a text', '2026-03-02', '2026-03-02'],
    ['$contains finds in any order among others', { $contains: [{ a: 2 }, { a: 1 }] }, [{ a: 1 }, { a: 3 }, { a: 2, b: 1 }]],
    ['$contains gives each wanted element one of its own', { $contains: [{ a: 1 }, { a: 1, b: 2 }] }, [{ a: 1, b: 2 }, { a: 1 }]],
    ['$contains with nothing wanted holds', { $contains: [] }, []],
    ['$length of an array', { $length: 2 }, [1, 2]],
    ['$length of a text', { $length: 2 }, 'ab'],
    ['$matches finds within a text', { $matches: '\\d{3}' }, 'BX123'],
    ['$absent: true of a key that is not there', { a: { $absent: true } }, { b: 1 }],
    ['$absent: false of a key that is there', { a: { $absent: false } }, { a: null }],
    ['$gte at the figure', { $gte: 3 }, 3],
    ['$lte at the figure', { $lte: 3 }, 3],
    ['$gte and $lte together', { $gte: 1, $lte: 3 }, 2],
    ['$gte of moments', { $gte: '2026-03-02T09:30' }, '2026-03-02T01:30:01Z'],
    ['$length beside $contains', { $length: 2, $contains: [1] }, [2, 1]],
  ])('holds: %s', (_, expected, actual) => {
    expect(differences(expected, actual)).toEqual([]);
  });

  it.each<[string, Json, Json, string, string, string]>([
    ['another scalar', { a: 1 }, { a: 2 }, 'body.a', '1', '2'],
    ['a number is no text', { a: 1 }, { a: '1' }, 'body.a', '1', '"1"'],
    ['a key that is not there', { a: { b: 1 } }, { a: {} }, 'body.a.b', '1', 'nothing there'],
    ['null is not absence', { a: null }, {}, 'body.a', 'null', 'nothing there'],
    ['an array is no object', { a: {} }, { a: [] }, 'body.a', 'an object', '[]'],
    ['an array with an element more', [1], [1, 2], 'body', '1 elements', '2 elements'],
    ['an array with an element less', [1, 2], [1], 'body[1]', '2', 'nothing there'],
    ['an inherited name is no key', { constructor: 1 }, {}, 'body.constructor', '1', 'nothing there'],
    ['a moment one second later', '2026-03-02T09:30+08:00', '2026-03-02T01:30:01Z', 'body', '"2026-03-02T09:30+08:00"', '"2026-03-02T01:30:01Z"'],
    ['$contains of what is not there', { $contains: [1] }, [], 'body', 'an element like 1', 'an empty array'],
    ['$contains twice of what is there once', { $contains: [1, 1] }, [1], 'body', 'an element like 1', 'its only match is taken by another wanted element'],
    ['$contains of no array', { $contains: [1] }, { a: 1 }, 'body', 'an array', '{"a":1}'],
    ['$length', { $length: 2 }, [1], 'body', 'length 2', 'length 1'],
    ['$length of no array', { $length: 2 }, 7, 'body', '2 elements', '7'],
    ['$matches', { $matches: '^a$' }, 'b', 'body', 'a text that matches /^a$/', '"b"'],
    ['$matches of no text', { $matches: '1' }, 1, 'body', 'a text that matches /1/', '1'],
    ['$absent of a key that is there', { a: { $absent: true } }, { a: null }, 'body.a', 'nothing there', 'null'],
    ['$absent: false of a key that is not there', { a: { $absent: false } }, {}, 'body.a', 'something there', 'nothing there'],
    ['$gte', { $gte: 3 }, 2, 'body', 'at least 3', '2'],
    ['$lte', { $lte: 3 }, 4, 'body', 'at most 3', '4'],
    ['$lte of moments', { $lte: '2026-03-02T09:30' }, '2026-03-02T01:30:01Z', 'body', 'at most "2026-03-02T09:30"', '"2026-03-02T01:30:01Z"'],
    ['$gte of a text that is no moment', { $gte: 1 }, 'many', 'body', 'at least 1', '"many"'],
  ])('does not hold: %s', (_, expected, actual, path, wanted, got) => {
    expect(differences(expected, actual)).toMatchObject([{ path, expected: wanted, actual: got }]);
  });

  it('tells the nearest candidate of a missing element and where the file wants it', () => {
    const actual = [{ event: 'a', rule: 'x' }, { event: 'b', rule: 'y' }];
    expect(differences({ items: { $contains: [{ event: 'b', rule: 'z' }] } }, { items: actual })).toEqual([
      {
        path: 'body.items',
        pointer: '/expect/body/items/$contains/0',
        expected: 'an element like {"event":"b","rule":"z"}',
        actual: 'none of 2; nearest [1] has .rule: "y" instead of "z"',
      },
    ]);
  });

  it('tells every difference, not only the first', () => {
    expect(differences({ a: 1, b: { c: 2 }, d: [3] }, { a: 0, b: { c: 0 }, d: [0] }).map(({ path }) => path)).toEqual([
      'body.a',
      'body.b.c',
      'body.d[0]',
    ]);
  });
});
