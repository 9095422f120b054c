import { writeInstants } from './write-instants.ts';

describe('writeInstants', () => {
  it('writes instants at any depth in the zone offset and leaves everything else as it is', () => {
    const why = { value: '2026-10-09T04:15:00.000Z', inputs: { due: 'PT30M', at: ['2026-10-09T03:45:00.000Z'] }, date: '2026-10-09', none: null, count: 2 };
    expect(writeInstants(why, 'Asia/Shanghai')).toEqual({ value: '2026-10-09T12:15:00+08:00', inputs: { due: 'PT30M', at: ['2026-10-09T11:45:00+08:00'] }, date: '2026-10-09', none: null, count: 2 });
  });
});
