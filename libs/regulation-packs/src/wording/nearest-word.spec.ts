import { nearestWord } from './nearest-word.ts';

it.each([
  ['amuont', ['size', 'amount', 'amounts'], 'amount'],
  ['clrek', ['clerk', 'check'], 'clerk'],
  ['Clerk', ['clerk'], 'clerk'],
  ['vlaues', ['values', 'views'], 'values'],
  ['due', ['who', 'act'], undefined],
  ['amount', ['amount'], undefined],
  ['x', ['y'], 'y'],
  ['', ['y'], 'y'],
  ['a'.repeat(100), ['a'.repeat(99)], undefined],
])('of %s among %j is meant %s', (word, known, meant) => {
  expect(nearestWord(word, known)).toBe(meant);
});
