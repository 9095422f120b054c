import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { workOrderKind } from '../../test/described-kinds.ts';
import { actSchema } from './act-schema.ts';

const kind = workOrderKind();
const schemaOf = (name: string) => actSchema(kind, kind.acts.find((act) => act.name === name)!, { locale: 'en', kind, policy: { texts: new Map([['choice.workOrder.trial.notGood', { 'zh-CN': '不合格', en: 'Not good' }]]) } });
const ajv = new Ajv2020({ strict: false });
(addFormats as unknown as (instance: Ajv2020) => void)(ajv);

describe('actSchema', () => {
  it('is a JSON Schema that takes what the act takes', () => {
    const validate = ajv.compile(schemaOf('create'));
    const body = { requestId: '0199c7e0-0000-7000-8000-000000000001', room: '1201', fields: { floor: 3 } };
    expect(validate(body)).toBe(true);
    expect(validate({ ...body, price: { amount: 1, currency: 'CNY' } })).toBe(false);
    expect(validate({ ...body, fields: {} })).toBe(false);
  });
  it('asks for the line’s key where an act works on one line', () => {
    const validate = ajv.compile(schemaOf('verify'));
    expect(validate({ sku: 'valve', verified: 'qualified' })).toBe(true);
    expect(validate({ verified: 'qualified' })).toBe(false);
  });
  it('labels options in every language', () => {
    expect(schemaOf('tryOut')).toMatchObject({ properties: { trial: { enum: ['good', 'not-good'], 'x-enum-labels': { 'not-good': { 'zh-CN': '不合格', 'zh-TW': '不合格', en: 'Not good' }, good: { en: 'good' } } } } });
  });
  it('says where a reference is looked up and how it is labelled', () => {
    expect(schemaOf('create')).toMatchObject({ properties: { requestId: { 'x-ref': '/v1/kinds/service-request', 'x-labels': { en: 'request' } } } });
  });
});
