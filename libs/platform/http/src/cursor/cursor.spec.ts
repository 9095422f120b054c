import { ProblemError } from '../problem/problem-error.ts';
import { cursorFor, positionOf } from './cursor.ts';

describe('cursor', () => {
  it('gives back its position in the list it was cut from', () => {
    expect(positionOf(['work-orders', '-openedAt'], cursorFor(['work-orders', '-openedAt'], 'x|1'))).toBe('x|1');
  });
  it.each(['', 'zzz', Buffer.from('[1]').toString('base64url'), Buffer.from('{"$gt":""}').toString('base64url')])('is refused when forged: %s', (cursor) => {
    expect(() => positionOf(['work-orders'], cursor)).toThrow(ProblemError);
  });
  it('is refused when the filters changed', () => {
    expect(() => positionOf(['work-orders', 'open'], cursorFor(['work-orders'], 'x'))).toThrow(ProblemError);
  });
});
