import { randomBytes } from 'node:crypto';
import { describeAnswer, succeeded } from '../gateway/answer.ts';
import { Gateway } from '../gateway/gateway.ts';
import { isJsonObject } from '../json.ts';
import type { Json } from '../json.ts';
import { ADMIN } from '../scenario.ts';
import type { ActorSpec, Scenario } from '../scenario.ts';
import { writeInstant } from '../time/local-instant.ts';
import { Tenant } from './tenant.ts';
import type { Account, Accounts } from './tenant.ts';

/** The system that a scenario runs against. */
export interface SystemUnderTest {
  readonly url: string;
  readonly platformKey: string;
}

/**
 * Opens a fresh simulated operator whose clock stands at the scenario's first moment, and an account for each member of
 * staff. Throws with the gateway's answer where it refuses.
 */
export async function openTenant(scenario: Scenario, system: SystemUnderTest, accountOf: Accounts = newAccount): Promise<Tenant> {
  const gateway = new Gateway(system.url);
  const { operator } = scenario;
  const administrator = accountOf(ADMIN);
  const answer = await gateway.send({
    method: 'POST',
    path: '/v1/operators',
    token: system.platformKey,
    body: {
      name: operator.name,
      zone: operator.zone,
      packs: [...operator.packs],
      ...(operator.overrides ? { overrides: operator.overrides } : {}),
      ...(operator.calendar ? { calendar: operator.calendar } : {}),
      simulated: true,
      now: writeInstant(scenario.opensAt, operator.zone),
      administrator: { name: ADMIN, account: { ...administrator } },
    },
  });
  if (!succeeded(answer)) throw new Error(`POST /v1/operators answered ${describeAnswer(answer)}`);
  const tenant = new Tenant(gateway, idIn(answer.body, 'POST /v1/operators'), operator.zone, scenario.opensAt, accountOf);
  tenant.accounts.set(ADMIN, administrator);
  for (const actor of scenario.actors) if (actor.role !== 'customer') await hire(actor, tenant);
  return tenant;
}

/** Opens the accounts of customers, whose files `given` has just made. */
export async function openCustomerAccounts(scenario: Scenario, tenant: Tenant): Promise<void> {
  for (const { key, customer } of scenario.actors) {
    if (customer === undefined) continue;
    const account = tenant.accountOf(key);
    const path = tenant.path(`/v1/customers/$${customer}/account`);
    await tenant.demand(ADMIN, { method: 'POST', path, body: { ...account } });
    tenant.accounts.set(key, account);
  }
}

async function hire(actor: ActorSpec, tenant: Tenant): Promise<void> {
  const account = tenant.accountOf(actor.key);
  const superiorId = actor.superior === undefined ? undefined : tenant.actorIds.get(actor.superior);
  const known: Record<string, Json | undefined> = {
    name: actor.name ?? actor.key,
    roles: [actor.role],
    place: actor.place,
    department: actor.department,
    teams: actor.teams && [...actor.teams],
    leads: actor.leads && [...actor.leads],
    superiorId,
    rank: actor.rank,
    qualified: actor.qualified,
    joined: actor.joined,
    shift: actor.shift,
    account: { ...account },
  };
  const body = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
  const answer = await tenant.demand(ADMIN, { method: 'POST', path: '/v1/staff', body });
  tenant.actorIds.set(actor.key, idIn(answer, 'POST /v1/staff'));
  tenant.accounts.set(actor.key, account);
}

function newAccount(login: string): Account {
  return { login, password: randomBytes(18).toString('base64url') };
}

function idIn(body: Json, request: string): string {
  const id = isJsonObject(body) ? body['id'] : undefined;
  if (typeof id !== 'string') throw new Error(`${request} answered without an id`);
  return id;
}
