import { mintId } from '@huiyin/contracts-kernel';
import { workOrderKind } from '../../test/described-kinds.ts';
import { readInput } from './read-input.ts';

const kind = workOrderKind();
const read = (actName: string, body: Record<string, unknown>) => readInput(kind, kind.acts.find((act) => act.name === actName)!, body);
const request = mintId('intake', 1_760_000_000_000, new Uint8Array(9));
const person = mintId('gateway', 1_760_000_000_000, new Uint8Array(9));

describe('readInput', () => {
  it('reads core fields at the top, pack fields under fields, and notes every id to look up', () => {
    const { input, faults, ids } = read('create', { requestId: request, room: '1201', appointedAt: '2026-10-09T14:30:00+08:00', fields: { floor: 12 } });
    expect(faults).toEqual([]);
    expect(input).toEqual({ request, room: '1201', appointedAt: '2026-10-09T06:30:00.000Z', floor: 12 });
    expect(ids).toMatchObject([{ id: request, pointer: '/requestId' }]);
  });
  it('refuses unknown fields by name, also a pack’s field at the top and a core field under fields', () => {
    const { faults } = read('create', { romo: '1', floor: 12, fields: { room: '1', more: 1 } });
    expect(faults.map(({ pointer, code }) => [pointer, code])).toEqual([['/romo', 'unknown-field'], ['/floor', 'unknown-field'], ['/fields/room', 'unknown-field'], ['/fields/more', 'unknown-field']]);
  });
  it('lets a field of the kind through that the act does not take, so that the engine refuses it with its rule', () => {
    expect(read('take', { receivedAt: '2026-10-09T12:05:00+08:00' })).toMatchObject({ faults: [], input: { receivedAt: '2026-10-09T04:05:00.000Z' } });
  });
  it.each<[string, unknown, string, string]>([
    ['room', { $gt: '' }, '/room', 'wrong-type'],
    ['room', 'x'.repeat(61), '/room', 'too-long'],
    ['room', 'a\u0000b', '/room', 'control-character'],
    ['appointedAt', '2026-02-30T10:00:00+08:00', '/appointedAt', 'wrong-format'],
    ['appointedAt', '2026-10-09T14:30:00', '/appointedAt', 'wrong-format'],
    ['appointedAt', 5, '/appointedAt', 'wrong-type'],
    ['requestId', 'x', '/requestId', 'wrong-format'],
    ['requestId', { $ne: null }, '/requestId', 'wrong-type'],
    ['price', 12, '/price', 'wrong-type'],
    ['price', { amount: 1.5, currency: 'CNY' }, '/price/amount', 'wrong-type'],
    ['price', { amount: 1, currency: 'EUR' }, '/price/currency', 'not-a-choice'],
    ['price', { amount: 1, currency: 'CNY', tax: 1 }, '/price/tax', 'unknown-field'],
    ['trial', 'notGood', '/trial', 'not-a-choice'],
    ['ownerCopy', 'true', '/ownerCopy', 'wrong-type'],
    ['helperIds', 'x', '/helperIds', 'wrong-type'],
    ['helperIds', [person, 'x'], '/helperIds/1', 'wrong-format'],
    ['helperIds', [person, person, person, person], '/helperIds', 'too-long'],
    ['parts', [{ sku: 'valve', qty: 'one' }], '/parts/0/qty', 'wrong-type'],
    ['parts', [{ sku: 'valve', colour: 'red' }], '/parts/0/colour', 'unknown-field'],
    ['parts', ['valve'], '/parts/0', 'wrong-type'],
  ])('refuses %s = %j at %s as %s', (name, value, pointer, code) => {
    expect(read('create', { [name]: value }).faults).toMatchObject([{ pointer, code }]);
  });
  it('reads choices in kebab-case and money in fen', () => {
    expect(read('tryOut', { trial: 'not-good', price: { amount: 12650, currency: 'CNY' } }).input).toEqual({ trial: 'notGood', price: 12650 });
  });
  it('takes a field away when it is null', () => {
    expect(read('price', { room: null }).input).toEqual({ room: null });
  });
  it('reads the line of a line act from its key field or from line', () => {
    expect(read('verify', { sku: 'valve', verified: 'unqualified' })).toMatchObject({ line: 'valve', input: { verified: 'unqualified' }, faults: [] });
    expect(read('verify', { line: 'valve', verified: 'qualified' })).toMatchObject({ line: 'valve', faults: [] });
  });
  it('asks for the line when a line act names none, and refuses one elsewhere', () => {
    expect(read('verify', { verified: 'qualified' }).faults).toMatchObject([{ pointer: '/sku', code: 'required' }]);
    expect(read('take', { line: 'valve' }).faults).toMatchObject([{ pointer: '/line', code: 'unknown-field' }]);
  });
  it('refuses fields that are no object', () => {
    expect(read('create', { fields: [1] }).faults).toMatchObject([{ pointer: '/fields', code: 'wrong-type' }]);
  });
});
