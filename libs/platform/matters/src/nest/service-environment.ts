/** What a service process is told by its environment. */
export interface ServiceEnvironment {
  readonly port: number;
  /** Address to listen on; loopback unless said otherwise. */
  readonly host: string;
  readonly mongoUrl: string;
  readonly natsUrl: string;
  /** nkey seed of the service's own identity. */
  readonly natsSeed: string;
  /** Prefix of its reply subjects; it may subscribe to no other inbox. */
  readonly natsInbox: string;
}

/**
 * @throws Error that names every variable that is missing or malformed, so that a mistake is mended once.
 */
export function readServiceEnvironment(environment: Readonly<Record<string, string | undefined>>): ServiceEnvironment {
  const faults: string[] = [];
  const text = (name: string): string => {
    const value = environment[name] ?? '';
    if (value === '') faults.push(`${name} is not set`);
    return value;
  };
  const port = Number(environment['PORT'] ?? '0');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) faults.push(`PORT must be a port number, not ${JSON.stringify(environment['PORT'])}`);
  const read = { port, host: environment['HUIYIN_HOST'] ?? '127.0.0.1', mongoUrl: text('HUIYIN_MONGO_URL'), natsUrl: text('HUIYIN_NATS_URL'), natsSeed: text('HUIYIN_NATS_SEED'), natsInbox: text('HUIYIN_NATS_INBOX') };
  if (faults.length > 0) throw new Error(`The service cannot start: ${faults.join('; ')}.`);
  return read;
}
