import { NotFoundException } from '@nestjs/common';
import { faultAt } from './fault.ts';
import { problem } from './problem-error.ts';
import { problemOfError } from './problem-of-error.ts';
import { writeProblem } from './write-problem.ts';

const at = { instance: '/v1/work-orders', traceId: 'a'.repeat(32) };

describe('writeProblem', () => {
  it('writes the texts in the reader’s language and leaves the code alone', () => {
    const error = problem('invalid', { errors: [faultAt('/room', 'unknown-field', { name: 'rom' })] });
    const zh = writeProblem(error, { ...at, locale: 'zh-CN' });
    const en = writeProblem(error, { ...at, locale: 'en' });
    expect(zh).toMatchObject({ title: '内容有误', code: 'invalid', errors: [{ pointer: '/room', code: 'unknown-field', message: '没有名为“rom”的项目' }] });
    expect(en).toMatchObject({ title: 'The content is not valid', code: 'invalid', errors: [{ message: 'There is no field “rom”' }] });
  });
});

describe('problemOfError', () => {
  it('keeps the status of what Nest throws', () => {
    expect(problemOfError(new NotFoundException())?.facts.status).toBe(404);
  });
  it.each([['FST_ERR_CTP_BODY_TOO_LARGE', 413], ['FST_ERR_CTP_INVALID_MEDIA_TYPE', 415], ['FST_ERR_CTP_EMPTY_JSON_BODY', 400]])('reads %s as %i', (code, status) => {
    expect(problemOfError(Object.assign(new Error(code), { code, statusCode: status }))?.facts.status).toBe(status);
  });
  it('knows nothing of a fault of ours', () => {
    expect(problemOfError(new TypeError('x is not a function'))).toBeUndefined();
  });
});
