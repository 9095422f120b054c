import { insertNames, insertNamesAsText, namesIn, namesInValue } from './saved-names.ts';
import { valueAt } from './value-at.ts';

const SAVED = new Map<string, never>(Object.entries({ id: 'a/b', price: 12, money: { amount: 5 } }) as [string, never][]);

describe('saved names', () => {
  it('keep their type where they stand alone', () => {
    expect(insertNames({ a: '$price', b: ['$money'] }, SAVED)).toEqual({ a: 12, b: [{ amount: 5 }] });
  });

  it('are written out within a text and escaped in a path', () => {
    expect(insertNames('$price of $id.', SAVED)).toBe('12 of a/b.');
    expect(insertNamesAsText('/v1/x/$id/y', SAVED, encodeURIComponent)).toBe('/v1/x/a%2Fb/y');
  });

  it('leave keys and doubled dollar signs alone', () => {
    expect(insertNames({ $gt: '$$id costs $$12' }, SAVED)).toEqual({ $gt: '$id costs $12' });
  });

  it('are listed in order, without doubled dollar signs and keys', () => {
    expect(namesIn('$a/$b $$c $9')).toEqual(['a', 'b']);
    expect(namesInValue({ $gt: ['$a', { x: '$b' }] })).toEqual(['a', 'b']);
  });
});

describe('a path into an answer', () => {
  it.each([
    ['id', 1],
    ['items.0.id', 2],
    ['items[0].id', 2],
    ['items.1.id', undefined],
    ['items.id', undefined],
    ['id.x', undefined],
    ['constructor', undefined],
  ])('%s leads to %s', (path, value) => {
    expect(valueAt({ id: 1, items: [{ id: 2 }] }, path)).toBe(value);
  });
});
