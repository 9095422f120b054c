import 'reflect-metadata';
import { readStaffBody } from './staff-body.ts';

describe('readStaffBody', () => {
  it('spells out the short forms', async () => {
    await expect(readStaffBody({ name: 'TL1', role: 'team-leader', team: 'plumbing', qualified: ['gas'], rank: 'supervisor', account: { login: 'tl1', password: 'secret-of-tl1' } })).resolves.toEqual({
      fields: { name: 'TL1', roles: ['team-leader'], teams: ['plumbing'], qualifications: ['gas'], rank: 2 },
      account: { login: 'tl1', password: 'secret-of-tl1' },
    });
  });
  it('points at what is wrong in the account', async () => {
    await expect(readStaffBody({ name: 'X', account: { login: 'x', password: 'short', pin: 1 } })).rejects.toMatchObject({
      facts: { status: 422, errors: expect.arrayContaining([expect.objectContaining({ pointer: '/account/password', code: 'too-short' }), expect.objectContaining({ pointer: '/account/pin', code: 'unknown-field' })]) },
    });
  });
  it('refuses what is no object', async () => {
    await expect(readStaffBody([])).rejects.toMatchObject({ facts: { status: 422 } });
  });
});
