import { ProblemError } from '../problem/problem-error.ts';
import { etagOf, versionOfIfMatch } from './etag.ts';

describe('If-Match', () => {
  it('gives back the version that the tag was made of', () => {
    expect(versionOfIfMatch(etagOf(7))).toBe(7);
  });
  it('asks for no version when absent or a star', () => {
    expect(versionOfIfMatch(undefined)).toBeUndefined();
    expect(versionOfIfMatch('*')).toBeUndefined();
  });
  it('is stale when it is no tag of ours', () => {
    expect(() => versionOfIfMatch('"abc"')).toThrow(ProblemError);
  });
});
