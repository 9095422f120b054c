/** What a running pair of servers offers: addresses and credentials, each service seeing only its own. */
export interface ServerSet {
  readonly mongo: MongoAccess;
  readonly nats: NatsAccess;
  /** The variables a service process needs: HUIYIN_SERVICE, HUIYIN_MONGO_URL, HUIYIN_NATS_URL, HUIYIN_NATS_SEED, HUIYIN_NATS_INBOX. */
  environmentFor(service: string): Record<string, string>;
  /** Settles with a sentence when a server that this set started ends without `stop`; never otherwise. */
  readonly lost: Promise<string>;
  /** Stops what this set started and nothing else; a server given by URL goes on running. Safe to call twice. */
  stop(): Promise<void>;
}

export interface MongoAccess {
  /** Address with the administrator's credentials: for provisioning and tests, never for a service. */
  readonly adminUrl: string;
  /** Address with the credentials of one service on its own database, `w: majority, j: true`. */
  urlFor(service: string): string;
  databaseFor(service: string): string;
  /** Which server was taken and why, as one sentence. */
  readonly chosen: string;
  /** Process id of the mongod that this set started; undefined for a given URL or a container. */
  readonly pid?: number;
}

export interface NatsCredentials {
  /** nkey seed (`SU…`), a secret. */
  readonly seed: string;
  /** The only inbox this identity may subscribe to. */
  readonly inboxPrefix: string;
}

export interface NatsAccess {
  readonly url: string;
  credentialsFor(service: string): NatsCredentials;
  /** The identity that creates the stream and its consumers; it may not publish events. */
  readonly adminCredentials: NatsCredentials;
  /** HTTP monitoring address, for reading settings and gauges back. */
  readonly monitorUrl: string;
  readonly chosen: string;
  readonly pid?: number;
}

export interface StartOptions {
  /** Workspace root; cache and data live in its `.huiyin` folder. */
  root: string;
  /** Name of the data folder under `.huiyin/data`; two names run side by side. Default `local`. */
  name?: string;
  /** Full path of the data folder, instead of `.huiyin/data/<name>`. */
  dataDir?: string;
  /** Throws the data of this name away first. */
  fresh?: boolean;
  /** A data folder of its own that is removed when the servers stop. */
  ephemeral?: boolean;
  /** Services to create identities and consumers for. Default: all of `SERVICES`. */
  services?: readonly string[];
  /** Told each step, one line at a time. */
  log?: (line: string) => void;
  /** An administrator's address of a MongoDB that is already running (also HUIYIN_SERVERS_MONGO_URL). */
  mongoUrl?: string;
  /** Address of a nats-server that is already running (also HUIYIN_SERVERS_NATS_URL). */
  natsUrl?: string;
  /** Its monitoring address (also HUIYIN_SERVERS_NATS_MONITOR_URL). */
  natsMonitorUrl?: string;
  /** Environment to read PATH and the HUIYIN_SERVERS… variables from. Default: `process.env`. */
  environment?: Record<string, string | undefined>;
}
