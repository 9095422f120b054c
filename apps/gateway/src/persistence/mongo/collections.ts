import type { mongo } from 'mongoose';
import type { StoredAnswer } from '@huiyin/platform-http';
import type { Operator } from '../../operators/operator.ts';
import type { Account } from '../account.repository.ts';
import type { ApiKey } from '../api-key.repository.ts';
import type { IndexedMatter } from '../matter-index.repository.ts';
import type { Notice } from '../notice.repository.ts';
import type { Session } from '../session.repository.ts';
import type { Ticket } from '../ticket.repository.ts';
import type { FeedEntry } from '../feed.repository.ts';

/** An entity as a document: its id is the key. */
export type Row<Entity extends { readonly id: string }> = Omit<Entity, 'id'> & { readonly _id: string };
/** Ended credentials are swept by the server some time after; every read checks the end itself. */
export type Ending<Document> = Document & { readonly endsAt?: Date };

export interface AnswerRow {
  readonly _id: string;
  readonly requestHash: string;
  readonly answer?: StoredAnswer;
  readonly endsAt: Date;
}
/** Zipped JSON: packs name fields with dots and dollars, which are no good keys of documents. */
export interface PolicyRow {
  readonly _id: string;
  readonly zipped: Uint8Array;
}
export interface FeedRow extends FeedEntry {
  /** Event id. */
  readonly _id: string;
  readonly tenant: string;
}
export type MatterRow = Row<IndexedMatter> & { readonly position: string };
export type NoticeRow = Row<Notice> & { readonly position: string };

const options = { ignoreUndefined: true } as const;

/** The gateway's own collections, beside those of its matter host. */
export function gatewayCollections(database: mongo.Db) {
  return {
    accounts: database.collection<Row<Account>>('accounts', options),
    sessions: database.collection<Ending<Row<Session>>>('sessions', options),
    apiKeys: database.collection<Row<ApiKey>>('api_keys', options),
    tickets: database.collection<Ending<Row<Ticket>>>('tickets', options),
    operators: database.collection<Row<Operator>>('operators', options),
    policies: database.collection<PolicyRow>('policies', options),
    answers: database.collection<AnswerRow>('answers', options),
    index: database.collection<MatterRow>('matter_index', options),
    feed: database.collection<FeedRow>('feed', options),
    notices: database.collection<NoticeRow>('notices', options),
  };
}
export type GatewayCollections = ReturnType<typeof gatewayCollections>;

/** The entity of a document. */
export function entityOf<Entity extends { readonly id: string }>(row: Row<Entity>): Entity {
  const { _id, ...rest } = row;
  return { id: _id, ...rest } as unknown as Entity;
}
export function rowOf<Entity extends { readonly id: string }>(entity: Entity): Row<Entity> {
  const { id, ...rest } = entity;
  return { _id: id, ...rest };
}
