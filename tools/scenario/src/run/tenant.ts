import { insertNamesAsText } from '../names/saved-names.ts';
import type { Gateway, Request } from '../gateway/gateway.ts';
import { describeAnswer, succeeded } from '../gateway/answer.ts';
import type { Answer } from '../gateway/answer.ts';
import { isJsonObject } from '../json.ts';
import type { Json } from '../json.ts';

export interface Account {
  readonly login: string;
  readonly password: string;
}

/** The account that an actor gets. */
export type Accounts = (actor: string) => Account;

/** One operator opened for a file, with what its steps know: accounts, saved values, the moment its clock shows. */
export class Tenant {
  readonly gateway: Gateway;
  readonly operatorId: string;
  readonly zone: string;
  readonly saved = new Map<string, Json>();
  readonly accounts = new Map<string, Account>();
  /** Id of each actor's own record, for naming superiors. */
  readonly actorIds = new Map<string, string>();
  readonly accountOf: Accounts;
  /** Epoch ms. */
  now: number;
  private readonly tokens = new Map<string, string>();

  constructor(gateway: Gateway, operatorId: string, zone: string, now: number, accountOf: Accounts) {
    this.gateway = gateway;
    this.operatorId = operatorId;
    this.zone = zone;
    this.now = now;
    this.accountOf = accountOf;
  }

  /** The answer to a request of this actor; he logs in when he first acts. */
  async send(actor: string, request: Omit<Request, 'token'>): Promise<Answer> {
    return this.gateway.send({ ...request, token: await this.tokenOf(actor) });
  }

  /** As {@link send}, for what must succeed before a step can run; throws with the answer where it does not. */
  async demand(actor: string, request: Omit<Request, 'token'>): Promise<Json> {
    const answer = await this.send(actor, request);
    if (succeeded(answer)) return answer.body;
    throw new Error(`${request.method} ${request.path} as ${actor} answered ${describeAnswer(answer)}`);
  }

  /** A path with its saved names inserted. */
  path(template: string): string {
    return insertNamesAsText(template, this.saved, encodeURIComponent);
  }

  private async tokenOf(actor: string): Promise<string> {
    const known = this.tokens.get(actor);
    if (known !== undefined) return known;
    const account = this.accounts.get(actor);
    if (!account) throw new Error(`${actor} has no account`);
    const body = { operatorId: this.operatorId, ...account };
    const answer = await this.gateway.send({ method: 'POST', path: '/v1/sessions', body });
    const token = isJsonObject(answer.body) ? answer.body['token'] : undefined;
    if (!succeeded(answer) || typeof token !== 'string') throw new Error(`${actor} cannot log in: ${describeAnswer(answer)}`);
    this.tokens.set(actor, token);
    return token;
  }
}
