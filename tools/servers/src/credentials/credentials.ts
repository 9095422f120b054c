/** Every secret of one pair of servers. Kept in one file, mode 600, in its data folder. */
export interface Credentials {
  /** What the members of the replica set know each other by (mongod `--keyFile`). */
  readonly keyFile: string;
  readonly mongoAdmin: string;
  /** Password by service. */
  readonly mongo: Readonly<Record<string, string>>;
  readonly natsAdmin: string;
  /** nkey seed by service. */
  readonly nats: Readonly<Record<string, string>>;
}

export const MONGO_ADMIN = 'huiyin-admin';

export const databaseOf = (service: string): string => `huiyin_${service.replaceAll('-', '_')}`;
