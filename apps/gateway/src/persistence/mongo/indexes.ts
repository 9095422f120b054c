import type { GatewayCollections } from './collections.ts';

/** Creates what is missing; safe on every start. The tenant leads every index that an operator's request reads. */
export async function ensureGatewayIndexes(collections: GatewayCollections): Promise<void> {
  const { accounts, sessions, apiKeys, tickets, answers, index, feed, notices } = collections;
  await accounts.createIndexes([
    { name: 'login', key: { tenant: 1, login: 1 }, unique: true },
    { name: 'person', key: { tenant: 1, person: 1 } },
  ]);
  await sessions.createIndexes([{ name: 'account', key: { tenant: 1, account: 1 } }, { name: 'ended', key: { endsAt: 1 }, expireAfterSeconds: 60 }]);
  await apiKeys.createIndexes([{ name: 'tenant', key: { tenant: 1, _id: 1 } }]);
  await tickets.createIndexes([{ name: 'ended', key: { endsAt: 1 }, expireAfterSeconds: 60 }]);
  await answers.createIndexes([{ name: 'ended', key: { endsAt: 1 }, expireAfterSeconds: 0 }]);
  await index.createIndexes([
    { name: 'by_opening', key: { tenant: 1, readers: 1, position: 1 } },
    { name: 'by_kind', key: { tenant: 1, kind: 1, state: 1, position: 1 } },
    { name: 'by_owner', key: { tenant: 1, owner: 1, position: 1 } },
    { name: 'open', key: { tenant: 1, position: 1 }, partialFilterExpression: { final: false, record: false } },
    { name: 'linked', key: { tenant: 1, links: 1, position: 1 } },
  ]);
  await feed.createIndexes([
    { name: 'position', key: { tenant: 1, position: 1 }, unique: true },
    { name: 'matter', key: { tenant: 1, 'event.aggregate': 1, 'event.seq': 1 } },
  ]);
  await notices.createIndexes([
    { name: 'by_time', key: { tenant: 1, position: 1 } },
    { name: 'by_receiver', key: { tenant: 1, to: 1, position: 1 } },
    { name: 'by_matter', key: { tenant: 1, about: 1, position: 1 } },
  ]);
}
