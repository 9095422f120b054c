/** Someone who can sign in: a member of staff or a customer. */
export interface Account {
  readonly id: string;
  readonly tenant: string;
  readonly login: string;
  /** PHC string (argon2id). */
  readonly password: string;
  readonly kind: 'staff' | 'customer';
  /** The staffMember or customer; empty while the account waits for its member of staff to be hired. */
  readonly person: string;
  readonly createdAt: string;
}

/** Logins are unique within an operator. */
export abstract class AccountRepository {
  abstract insert(account: Account): Promise<'stored' | 'taken'>;
  abstract byLogin(tenant: string, login: string): Promise<Account | undefined>;
  abstract byId(tenant: string, id: string): Promise<Account | undefined>;
  abstract ofPerson(tenant: string, person: string): Promise<Account | undefined>;
  abstract setPerson(tenant: string, id: string, person: string): Promise<void>;
  abstract setPassword(tenant: string, id: string, password: string): Promise<void>;
  abstract remove(tenant: string, id: string): Promise<void>;
}
