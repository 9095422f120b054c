import { databaseOf, MONGO_ADMIN, type Credentials } from '../credentials/credentials.ts';
import { codeOf, type Client } from './client.ts';

const ALREADY_EXISTS = 51003;
const UNAUTHORIZED = 13;
const majority = { w: 'majority' } as const;

/** The first user, created through mongod's localhost exception; where it exists already, nothing happens. */
export async function ensureAdministrator(client: Client, password: string): Promise<void> {
  await client
    .db('admin')
    .command({ createUser: MONGO_ADMIN, pwd: password, roles: ['root'], writeConcern: majority })
    .catch((error: unknown) => {
      if (codeOf(error) !== ALREADY_EXISTS && codeOf(error) !== UNAUTHORIZED) throw error;
    });
}

/**
 * One user per service, kept in the service's own database, with `readWrite` there and nowhere else. A user that
 * exists gets the stored password and exactly this role again.
 */
export async function ensureServiceUsers(client: Client, credentials: Credentials, services: readonly string[]): Promise<void> {
  const { users } = await client.db('admin').command({ usersInfo: { forAllDBs: true } });
  const known = new Set((users as { user: string; db: string }[]).map(({ user, db }) => `${db}.${user}`));
  await Promise.all(
    services.map(async (service) => {
      const database = databaseOf(service);
      const command = known.has(`${database}.${service}`) ? 'updateUser' : 'createUser';
      await client.db(database).command({
        [command]: service,
        pwd: credentials.mongo[service],
        roles: [{ role: 'readWrite', db: database }],
        writeConcern: majority,
      });
    }),
  );
}
