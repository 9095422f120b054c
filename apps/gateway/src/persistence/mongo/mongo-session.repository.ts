import { SessionRepository } from '../session.repository.ts';
import type { Session } from '../session.repository.ts';
import { entityOf, rowOf } from './collections.ts';
import type { GatewayCollections } from './collections.ts';

export class MongoSessionRepository extends SessionRepository {
  constructor(private readonly sessions: GatewayCollections['sessions']) {
    super();
  }
  override async insert(session: Session): Promise<void> {
    await this.sessions.insertOne({ ...rowOf(session), endsAt: new Date(session.expiresAtMs) });
  }
  override async byId(id: string): Promise<Session | undefined> {
    const row = await this.sessions.findOne({ _id: { $eq: id } }, { projection: { endsAt: 0 } });
    return row ? entityOf<Session>(row) : undefined;
  }
  override async remove(id: string): Promise<void> {
    await this.sessions.deleteOne({ _id: { $eq: id } });
  }
  override async removeOfAccount(tenant: string, account: string): Promise<void> {
    await this.sessions.deleteMany({ tenant: { $eq: tenant }, account: { $eq: account } });
  }
}
