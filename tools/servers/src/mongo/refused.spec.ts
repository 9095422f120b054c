import { mongodBinary } from '../../fixtures/binaries.ts';
import { removeFolder, scratchFolder } from '../../fixtures/workspace.ts';
import { completeCredentials } from '../credentials/generate.ts';
import { serviceUrl } from './address.ts';
import { direct, withClient, type Client } from './client.ts';
import { startMongo, type StartedMongo } from './start-mongo.ts';

const services = ['intake', 'dispatch'];
const UNAUTHORIZED = { code: 13 };

describe('the credentials of a service on MongoDB', () => {
  const credentials = completeCredentials({}, services);
  let folder: string;
  let mongo: StartedMongo;
  const asIntake = <T>(use: (client: Client) => Promise<T>): Promise<T> =>
    withClient(serviceUrl(mongo.address, 'intake', credentials.mongo['intake'] ?? ''), {}, use);

  beforeAll(async () => {
    folder = await scratchFolder();
    mongo = await startMongo({ binary: await mongodBinary(), folder, credentials, services });
  }, 120_000);
  afterAll(async () => {
    await mongo.child.stop();
    await removeFolder(folder);
  });

  it('read, write, index and use transactions in its own database', async () => {
    await asIntake(async (client) => {
      const calls = client.db().collection<{ _id: number }>('calls');
      await calls.createIndex({ tenant: 1, number: 1 }, { unique: true });
      await client.withSession((session) => session.withTransaction(async () => void (await calls.insertOne({ _id: 1 }, { session }))));
      expect(await calls.countDocuments()).toBe(1);
    });
  });

  it.each<[string, (client: Client) => Promise<unknown>]>([
    ['read another service’s database', (client) => client.db('huiyin_dispatch').collection('orders').findOne()],
    ['write to another service’s database', (client) => client.db('huiyin_dispatch').collection('orders').insertOne({})],
    ['list the databases’ users', (client) => client.db('admin').command({ usersInfo: 1 })],
    ['create a user in its own database', (client) => client.db().command({ createUser: 'friend', pwd: 'x', roles: [] })],
    ['give itself a role', (client) => client.db().command({ grantRolesToUser: 'intake', roles: [{ role: 'readWrite', db: 'huiyin_dispatch' }] })],
    ['read the oplog', (client) => client.db('local').collection('oplog.rs').findOne()],
    ['change the replica set', (client) => client.db('admin').command({ replSetReconfig: {} })],
    ['stop the server', (client) => client.db('admin').command({ shutdown: 1 })],
  ])('cannot %s', async (_what, attempt) => {
    await expect(asIntake(attempt)).rejects.toMatchObject(UNAUTHORIZED);
  });

  it('do not open another service’s database with the wrong password', async () => {
    const url = serviceUrl(mongo.address, 'dispatch', credentials.mongo['intake'] ?? '');
    await expect(withClient(url, {}, (client) => client.db().collection('orders').findOne())).rejects.toThrow(/Authentication failed/);
  });

  it('are needed: a stranger reads nothing', async () => {
    const url = `mongodb://${mongo.address.hosts}/huiyin_intake`;
    await expect(withClient(url, direct, (client) => client.db().collection('calls').findOne())).rejects.toMatchObject(UNAUTHORIZED);
  });
});
