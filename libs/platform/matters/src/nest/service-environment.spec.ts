import { readServiceEnvironment } from './service-environment.ts';

const complete = { PORT: '4101', HUIYIN_MONGO_URL: 'mongodb://x/intake', HUIYIN_NATS_URL: 'nats://x', HUIYIN_NATS_SEED: 'SU', HUIYIN_NATS_INBOX: '_INBOX_intake' };

describe('readServiceEnvironment', () => {
  it('reads a complete environment', () => {
    expect(readServiceEnvironment(complete)).toMatchObject({ port: 4101, mongoUrl: 'mongodb://x/intake', natsInbox: '_INBOX_intake' });
  });
  it('names every variable that is missing when several are', () => {
    expect(() => readServiceEnvironment({ ...complete, HUIYIN_MONGO_URL: undefined, HUIYIN_NATS_SEED: '' })).toThrow(/HUIYIN_MONGO_URL is not set; HUIYIN_NATS_SEED is not set/);
  });
  it('refuses a port that is no port', () => {
    expect(() => readServiceEnvironment({ ...complete, PORT: '99999' })).toThrow(/PORT must be a port number/);
  });
});
