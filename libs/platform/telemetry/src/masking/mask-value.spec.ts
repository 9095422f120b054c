import { maskValue } from './mask-value.ts';
import { personalFieldsOf, personalKeys } from './personal-keys.ts';
import type { PackWithFields } from './personal-keys.ts';

const mask = (value: unknown, marked: readonly string[] = []) => maskValue(value, personalKeys(marked));

describe('masking personal fields by their names', () => {
  it('hides secrets, names, addresses and phones at any depth, whatever the spelling', () => {
    expect(mask({ body: { customerName: '张三', 'owner-name': '李四', phone: '13800000001', room: '3-201', Password: 'x', api_key: 'k', nested: [{ homeAddress: 'x', refreshToken: 't' }] } })).toEqual({
      body: { customerName: '[personal]', 'owner-name': '[personal]', phone: '138****0001', room: '[personal]', Password: '[secret]', api_key: '[secret]', nested: [{ homeAddress: '[personal]', refreshToken: '[secret]' }] },
    });
  });

  it('hides the name of a person but not of the logger or of a thing', () => {
    expect(mask({ name: 'gateway', actor: { name: '王五' }, step: { name: 'handOver' } })).toEqual({ name: 'gateway', actor: { name: '[personal]' }, step: { name: 'handOver' } });
  });

  it('shortens a phone number that is given as a number or is too short to be one', () => {
    expect(mask({ phone: 13800000001, mobile: '8812' })).toEqual({ phone: '138****0001', mobile: '****12' });
  });

  it('hides the fields that packs mark personal', () => {
    const packs: PackWithFields[] = [{ kinds: { visit: { fields: { plate: { personal: true }, fee: {} } } } }, { kinds: { stay: { fields: { passport: { personal: true } } } } }, {}];
    expect(personalFieldsOf(packs)).toEqual(['passport', 'plate']);
    expect(mask({ facts: { plate: 'A12345', fee: 3 } }, personalFieldsOf(packs))).toEqual({ facts: { plate: '[personal]', fee: 3 } });
  });

  it('masks texts under harmless keys, keeps numbers and absent values, and stops where a value is too deep', () => {
    let deep: unknown = 'end';
    for (let level = 0; level < 20; level += 1) deep = { deep };
    expect(mask({ msg: 'tel 13800000001', amount: 13800000001, token: null })).toEqual({ msg: 'tel 138****0001', amount: 13800000001, token: null });
    expect(JSON.stringify(mask(deep))).toContain('[deep]');
  });
});
