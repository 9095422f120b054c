/** A signed-in session; only the hash of its secret is stored. Ends in real time. */
export interface Session {
  readonly id: string;
  readonly tenant: string;
  readonly account: string;
  readonly secretHash: string;
  readonly expiresAtMs: number;
}

export abstract class SessionRepository {
  abstract insert(session: Session): Promise<void>;
  abstract byId(id: string): Promise<Session | undefined>;
  abstract remove(id: string): Promise<void>;
  abstract removeOfAccount(tenant: string, account: string): Promise<void>;
}
