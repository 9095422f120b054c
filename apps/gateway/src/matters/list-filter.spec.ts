import { workOrderKind } from '../../test/described-kinds.ts';
import { filterNames, readFilter } from './list-filter.ts';

const kind = workOrderKind();

describe('filters of lists', () => {
  it('leave out personal, long and structured fields', () => {
    expect(filterNames(kind)).toEqual(['state', 'number', 'owner', 'requestId', 'room', 'charge', 'trial', 'technicianId', 'ownerCopy', 'floor']);
  });
  it('are read in the engine’s spelling', () => {
    expect(readFilter(kind, { state: 'handed-over', trial: 'not-good', ownerCopy: 'true', floor: '3', limit: '10' })).toEqual({ state: 'handedOver', trial: 'notGood', ownerCopy: true, floor: 3 });
  });
  it.each([{ state: 'gone' }, { trial: 'bad' }, { ownerCopy: 'yes' }, { floor: 'x' }, { requestId: '{"$gt":""}' }])('refuse %j', (query) => {
    expect(() => readFilter(kind, query as unknown as Record<string, string>)).toThrow('invalid-parameter');
  });
});
