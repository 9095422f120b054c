import { mongodKind } from '../sources/server-kind.ts';
import { isAtLeast, parseVersion, showVersion } from '../sources/version.ts';
import { strangerUrl, type MongoAddress } from './address.ts';
import { codeOf, direct, withClient, type Client } from './client.ts';

type Place = Pick<MongoAddress, 'hosts' | 'options'>;

const UNAUTHORIZED = 13;

/** What the event path relies on and a running mongod says about itself. */
export interface MongoSettings {
  readonly version: string;
  readonly replicaSet: string | undefined;
  /** A stranger's question was refused. */
  readonly authorization: boolean;
  readonly journaling: boolean;
  /** An acknowledgement by the majority waits for the journal. */
  readonly majorityJournals: boolean;
}

/** Asks a running server, with the administrator's client, and once as a stranger. */
export async function readMongoSettings(client: Client, place: Place): Promise<MongoSettings> {
  const admin = client.db('admin');
  const [build, hello, options, status] = await Promise.all([
    admin.command({ buildInfo: 1 }),
    admin.command({ hello: 1 }),
    admin.command({ getCmdLineOpts: 1 }),
    admin.command({ serverStatus: 1 }),
  ]);
  const configuration = hello['setName'] ? (await admin.command({ replSetGetConfig: 1 }))['config'] : undefined;
  return {
    version: build['version'],
    replicaSet: hello['setName'],
    authorization: await refusesStrangers(place),
    journaling: status['storageEngine']?.persistent === true && options['parsed']?.storage?.journal?.enabled !== false,
    majorityJournals: configuration?.writeConcernMajorityJournalDefault !== false,
  };
}

/** @throws a sentence with the remedy when a setting is not in force. */
export function assertMongoSettings(settings: MongoSettings): void {
  const version = parseVersion(settings.version);
  const minimum = showVersion(mongodKind.minimum);
  const refusals = [
    !version || !isAtLeast(version, mongodKind.minimum) ? `it is MongoDB ${settings.version}: upgrade it to ${minimum} or newer` : '',
    !settings.replicaSet ? 'it is no replica set: start it with --replSet and run rs.initiate()' : '',
    !settings.authorization ? 'it answers strangers: start it with --auth (and --keyFile in a replica set)' : '',
    !settings.journaling ? 'it keeps no journal: remove storage.journal.enabled: false and use the WiredTiger engine' : '',
    !settings.majorityJournals ? 'majority does not wait for the journal: set writeConcernMajorityJournalDefault: true with rs.reconfig()' : '',
  ].filter(Boolean);
  if (refusals.length > 0) throw new Error(`This MongoDB cannot be used: ${refusals.join('; ')}.`);
}

function refusesStrangers(place: Place): Promise<boolean> {
  return withClient(strangerUrl(place), direct, (stranger) =>
    stranger.db('admin').command({ listDatabases: 1 }).then(
      () => false,
      (error: unknown) => codeOf(error) === UNAUTHORIZED,
    ),
  );
}
