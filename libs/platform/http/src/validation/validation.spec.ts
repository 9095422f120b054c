import 'reflect-metadata';
import { IsString, MaxLength, validate, ValidateNested } from 'class-validator';
import { plainToInstance, Type } from 'class-transformer';
import { faultsOfClass } from './class-faults.ts';
import { refuseHostileJson } from './json-shape.ts';
import { limitOf, oneOf, readQuery, switchOf } from './query.ts';

class Inner { @IsString() @MaxLength(3) login!: string }
class Outer { @IsString() name!: string; @ValidateNested() @Type(() => Inner) account!: Inner }

describe('faultsOfClass', () => {
  it('points at every fault, also of nested and unknown fields', async () => {
    const faults = faultsOfClass(await validate(plainToInstance(Outer, { nam: 'x', account: { login: 'long' } }), { whitelist: true, forbidNonWhitelisted: true }));
    expect(faults.map(({ pointer, code }) => [pointer, code]).sort()).toEqual([['/account/login', 'too-long'], ['/nam', 'unknown-field'], ['/name', 'required']]);
  });
});

describe('refuseHostileJson', () => {
  it('refuses a body nested beyond any use', () => {
    let body: unknown = 1;
    for (let depth = 0; depth < 50; depth += 1) body = { a: body };
    expect(() => refuseHostileJson(body)).toThrow('too-deep');
  });
  it.each(['__proto__', 'constructor', 'prototype'])('refuses the key %s at any depth', (key) => {
    expect(() => refuseHostileJson(JSON.parse(`{"parts":[{"${key}":1}]}`))).toThrow('malformed');
  });
  it('lets an ordinary body pass', () => {
    expect(() => refuseHostileJson({ parts: [{ price: { amount: 1, currency: 'CNY' } }] })).not.toThrow();
  });
});

describe('query', () => {
  it('refuses an unknown parameter by name and an operator in place of a text', () => {
    expect(() => readQuery({ stat: 'x' }, ['state'])).toThrow('unknown-parameter');
    expect(() => readQuery({ state: ['a', 'b'] }, ['state'])).toThrow('invalid-parameter');
  });
  it('keeps limit between 1 and 200', () => {
    expect(limitOf(undefined)).toBe(50);
    expect(limitOf('200')).toBe(200);
    expect(() => limitOf('201')).toThrow('invalid-parameter');
    expect(() => limitOf('-1')).toThrow('invalid-parameter');
  });
  it('reads switches and words or refuses them', () => {
    expect(switchOf('count', 'true')).toBe(true);
    expect(() => switchOf('count', 'yes')).toThrow();
    expect(() => oneOf('paper', 'a5', ['a4'])).toThrow();
  });
});
