import { loadCore, loadPack } from '../load/load-pack.ts';
import { listCores } from '../load/pack-directory.ts';
import { broken, soundPack, writtenFolder } from '../testing/written-pack.ts';
import { lintPolicy } from './lint-policy.ts';

const cores = listCores().map(loadCore);
const pack = (id: string, text: string) => loadPack(writtenFolder(id, { 'pack.yaml': text }));

describe('lint of what is adopted together', () => {
  it('accepts two packs that do not meet', () => {
    expect(lintPolicy({ cores, packs: [loadPack('s2.4'), pack('x1', soundPack)] })).toEqual([]);
  });

  it('finds two packs that both govern a kind', () => {
    const other = pack('x2', 'language: 1\npack: x2\ntitle: { zh-CN: 乙, en: Other }\ncites: { 1: { clause: "1" } }\nkinds:\n  workOrder:\n    acts:\n      take: { to: handedOver, rule: 1 }\n');
    expect(lintPolicy({ cores, packs: [loadPack('s2.4'), other] })).toContainEqual(expect.objectContaining({ code: 'conflict', message: 's2.4 and x2 both govern workOrder' }));
  });

  it('looks at everything again with the operator\'s figures in', () => {
    const text = broken('limit: { is: PT30M, word: 以内, rule: 1 }', 'limit: { is: PT30M, word: 以内, rule: 1 }\n  warn: { is: PT20M, below: "value:limit", rule: 1 }').replace('value.limit:', 'value.warn: { zh-CN: 预, en: Warn }\n  value.limit:');
    const packs = [pack('x1', text)];
    expect(lintPolicy({ cores, packs })).toEqual([]);
    expect(lintPolicy({ cores, packs, overrides: { 'x1.warn': 'PT30M' } })).toMatchObject([{ code: 'valuesOutOfOrder', path: 'values.warn.below' }]);
    expect(lintPolicy({ cores, packs, overrides: { 'x1.wrn': 'PT10M' } })).toMatchObject([{ code: 'unknownName' }]);
  });
});
