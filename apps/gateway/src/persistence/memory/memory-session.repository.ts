import { SessionRepository } from '../session.repository.ts';
import type { Session } from '../session.repository.ts';

export class MemorySessionRepository extends SessionRepository {
  private readonly sessions = new Map<string, Session>();
  override async insert(session: Session): Promise<void> {
    this.sessions.set(session.id, session);
  }
  override async byId(id: string): Promise<Session | undefined> {
    return this.sessions.get(id);
  }
  override async remove(id: string): Promise<void> {
    this.sessions.delete(id);
  }
  override async removeOfAccount(tenant: string, account: string): Promise<void> {
    for (const session of this.sessions.values()) if (session.tenant === tenant && session.account === account) this.sessions.delete(session.id);
  }
}
