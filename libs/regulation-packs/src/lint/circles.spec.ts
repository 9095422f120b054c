import { circleOf } from './circles.ts';

const links = (text: string) => text.split(' ').map((pair) => ({ from: pair[0]!, to: pair[1]! }));

it.each([
  ['aa', 'a a'],
  ['ab ba', 'a b a'],
  ['ab bc cb', undefined],
  ['ab bc cd da ca', 'a b c a'],
  ['ab', undefined],
])('the first link of %s is in the circle %s', (text, circle) => {
  const all = links(text);
  expect(circleOf(all[0]!, all)?.join(' ')).toBe(circle);
});
