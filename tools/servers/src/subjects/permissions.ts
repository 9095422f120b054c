import {
  consumerName,
  EVENT_STREAM,
  inboxPrefix,
  logFetchSubject,
  partitions,
  POLICY_FETCH_SUBJECT,
  seqReadSubject,
  wakeSubject,
} from './subjects.ts';

/** What one identity may say and hear; everything else is refused by the server. */
export interface Permissions {
  readonly publish: readonly string[];
  readonly subscribe: readonly string[];
  /** May answer a request it received, on the reply subject it was given. */
  readonly responds: boolean;
}

/**
 * The rights of one service (architecture.md, "Event path" and "Security"): publish its own events, pull and
 * acknowledge through its own consumers, read the stream for the regression guard, ask the owners of logs, sequences
 * and policies. Only the gateway may ask `rpc.>`. `$JS.>` is never granted: it would include purge and delete.
 */
export function permissionsFor(service: string): Permissions {
  const isGateway = service === 'gateway';
  return {
    publish: [
      `evt.${service}.>`,
      ...(isGateway ? ['rpc.>'] : []),
      'log.*.fetch',
      'seq.*.read',
      POLICY_FETCH_SUBJECT,
      wakeSubject(service),
      ...pullRights(service),
      ...streamReadRights,
    ],
    subscribe: [
      `rpc.${service}.>`,
      logFetchSubject(service),
      seqReadSubject(service),
      ...(isGateway ? [POLICY_FETCH_SUBJECT] : []),
      wakeSubject(service),
      `${inboxPrefix(service)}.>`,
    ],
    responds: true,
  };
}

/** The provisioning identity: manages the one stream and its consumers, publishes and consumes no event. */
export const adminPermissions: Permissions = {
  publish: [
    '$JS.API.INFO',
    '$JS.API.STREAM.NAMES',
    '$JS.API.STREAM.LIST',
    ...['CREATE', 'UPDATE', 'INFO', 'PURGE', 'DELETE', 'MSG.GET'].map((verb) => `$JS.API.STREAM.${verb}.${EVENT_STREAM}`),
    ...['CREATE', 'INFO', 'NAMES', 'LIST', 'DELETE'].flatMap((verb) => [
      `$JS.API.CONSUMER.${verb}.${EVENT_STREAM}`,
      `$JS.API.CONSUMER.${verb}.${EVENT_STREAM}.>`,
    ]),
    `$JS.API.DIRECT.GET.${EVENT_STREAM}`,
  ],
  subscribe: [`${inboxPrefix('admin')}.>`],
  responds: false,
};

const streamReadRights = [
  `$JS.API.STREAM.INFO.${EVENT_STREAM}`,
  `$JS.API.STREAM.MSG.GET.${EVENT_STREAM}`,
  `$JS.API.DIRECT.GET.${EVENT_STREAM}`,
  `$JS.API.DIRECT.GET.${EVENT_STREAM}.>`,
] as const;

function pullRights(service: string): string[] {
  return partitions().flatMap((partition) => {
    const consumer = consumerName(service, partition);
    return [
      `$JS.API.CONSUMER.INFO.${EVENT_STREAM}.${consumer}`,
      `$JS.API.CONSUMER.MSG.NEXT.${EVENT_STREAM}.${consumer}`,
      `$JS.ACK.${EVENT_STREAM}.${consumer}.>`,
    ];
  });
}
