import { loadCore, loadPack } from '../load/load-pack.ts';
import { listCores } from '../load/pack-directory.ts';
import { canonicalJson } from './canonical-json.ts';
import { composePolicy } from './compose-policy.ts';
import { policyHash } from './policy-hash.ts';

const calendar = { zone: 'Asia/Shanghai', hours: '08:30-12:00,13:30-17:30', country: 'CN' };
const cores = listCores().map((file) => loadCore(file).document);
const packs = [loadPack('s2.4').document];

describe('a composed policy', () => {
  it('has one hash whatever the order of the cores and of keys', () => {
    const one = composePolicy({ cores, packs, calendar });
    const other = composePolicy({ packs, calendar: { country: 'CN', hours: calendar.hours, zone: calendar.zone }, cores: [...cores].reverse() });
    expect(policyHash(one)).toBe(policyHash(other));
    expect(policyHash(one)).toMatch(/^[0-9a-f]{64}$/);
  });

  it('has another hash with another figure', () => {
    const hash = policyHash(composePolicy({ cores, packs, calendar }));
    expect(policyHash(composePolicy({ cores, packs, calendar, overrides: { 's2.4.promptly': 'P2WD' } }))).not.toBe(hash);
  });

  it('refuses a pack named twice', () => {
    expect(() => composePolicy({ cores, packs: [...packs, ...packs], calendar })).toThrow('s2.4 is named twice');
  });
});

describe('canonical JSON', () => {
  it('sorts keys, keeps lists, leaves out what is undefined', () => {
    expect(canonicalJson({ b: [2, 1], a: { d: null, c: undefined }, é: '"' })).toBe('{"a":{"d":null},"b":[2,1],"é":"\\""}');
  });

  it('refuses what JSON does not have', () => {
    expect(() => canonicalJson({ a: Number.NaN })).toThrow(TypeError);
    expect(() => canonicalJson([undefined])).toThrow(TypeError);
  });
});
