import { errors } from '@nats-io/transport-node';
import mongoose from 'mongoose';
import { TransientFault } from '../ports.ts';
import { isTransient } from './transient.ts';

describe('isTransient', () => {
  it.each([
    ['a fault that says so', new TransientFault('later')],
    ['MongoDB away', new mongoose.mongo.MongoNetworkError('gone')],
    ['a primary that steps down', Object.assign(new Error('stepped down'), { hasErrorLabel: (label: string) => label === 'RetryableWriteError' })],
    ['NATS too slow', new errors.TimeoutError()],
    ['nobody answering', new errors.NoRespondersError('log.intake.fetch')],
    ['a closed connection', new errors.ClosedConnectionError()],
    ['one of them as a cause', new Error('wrapped', { cause: new errors.TimeoutError() })],
  ])('is true for %s', (_, error) => {
    expect(isTransient(error)).toBe(true);
  });
  it.each([
    ['an error of the rules', new Error('no such field')],
    ['a defect', new TypeError('undefined is not a function')],
    ['something that is no error', 'text'],
    ['nothing', undefined],
  ])('is false for %s', (_, error) => {
    expect(isTransient(error)).toBe(false);
  });
});
