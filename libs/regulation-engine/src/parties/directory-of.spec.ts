import type { Person } from '../matter/person.ts';
import { directoryOf } from './directory-of.ts';

const person = (id: string, ...roles: readonly string[]): Person => ({ id, name: id, roles });
const staff = [person('b', 'clerk'), person('a', 'teamLeader', 'clerk'), person('d'), person('c', 'team-leader')];
const directory = directoryOf(staff);
const ids = (found: readonly Person[]): readonly string[] => found.map(({ id }) => id);

describe('a directory of the staff', () => {
  it('keeps the order given, of all and of those in a role', () => {
    expect(ids(directory.all())).toEqual(['b', 'a', 'd', 'c']);
    expect(ids(directory.inRoles!(['clerk']))).toEqual(['b', 'a']);
  });

  it('names those in several roles once, in the order given', () => {
    expect(ids(directory.inRoles!(['team-leader', 'clerk']))).toEqual(['b', 'a', 'c']);
  });

  it('finds a role however it is spelt', () => {
    expect(ids(directory.inRoles!(['team-leader']))).toEqual(['a', 'c']);
  });

  it('has nobody in a role that nobody has, and nobody of an unknown id', () => {
    expect(directory.inRoles!(['finance'])).toEqual([]);
    expect(directory.inRoles!(['finance', 'nobody'])).toEqual([]);
    expect(directory.person('e')).toBeUndefined();
  });

  it('knows a person by the last entry of his id', () => {
    expect(directoryOf([person('a', 'clerk'), person('a', 'finance')]).inRoles!(['clerk'])).toEqual([]);
  });
});
