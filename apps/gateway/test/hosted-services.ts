import { createHash } from 'node:crypto';
import type { ServiceName } from '@huiyin/contracts-kernel';
import { MatterHost, RPC_VERBS } from '@huiyin/platform-matters';
import type { PolicySource } from '@huiyin/platform-matters';
import { memoryStores } from '@huiyin/platform-persistence';
import { ServiceDoor } from '../src/door/service-door.ts';
import type { ServiceVerb } from '../src/door/service-door.ts';

type Answer = (message: object) => Promise<unknown>;

/** Real matter hosts over memory behind the gateway's door. Events between them are not delivered, but each service knows the staff. */
export class HostedServices extends ServiceDoor {
  private readonly hosts = new Map<ServiceName, { readonly host: MatterHost; readonly stores: ReturnType<typeof memoryStores> }>();

  constructor(policies: PolicySource, services: readonly ServiceName[]) {
    super();
    for (const service of services) {
      const stores = memoryStores();
      let drawn = 0;
      const host = new MatterHost(
        {
          service, matters: stores.matters, copies: stores.copies, log: stores.log, policies, catchUp: { bring: async () => true },
          surroundings: { randomBytes: (count) => createHash('sha256').update(`${service}${(drawn += 1)}`).digest().subarray(0, count), digest: (text) => createHash('sha256').update(text).digest(), nowMs: () => 1_760_000_000_000 + drawn * 10_000 },
          wake: () => undefined, crash: { at: () => undefined }, acted: () => undefined,
        },
        stores.deadLetters,
        { replay: async () => ({ result: 'not-parked' as const }) },
      );
      this.hosts.set(service, { host, stores });
    }
  }

  override async request<Reply>(service: ServiceName, verb: ServiceVerb, message: object): Promise<Reply> {
    const answered = await this.hosted(service)[1](verb, message);
    const { matter } = (answered as { head?: { matter?: { kind: string; tenant: string; seq: number } } }).head ?? {};
    if (service === 'gateway' && verb === 'act' && matter?.kind === 'staffMember') await this.spread(matter as never);
    return answered as Reply;
  }

  /** Every matter of an operator and how often each was changed. */
  async versions(tenant: string): Promise<Readonly<Record<string, number>>> {
    const pages = await Promise.all([...this.hosts.values()].map(({ stores }) => stores.matters.forTenant(tenant).list({}, { sort: 'openedAt', limit: 500 })));
    return Object.fromEntries(pages.flatMap(({ items }) => items.map(({ id, version }) => [id, version])));
  }

  private hosted(service: ServiceName): readonly [MatterHost, (verb: ServiceVerb, message: object) => Promise<unknown>] {
    const found = this.hosts.get(service);
    if (!found) throw new Error(`there is no ${service}`);
    return [found.host, (verb, message) => (found.host[RPC_VERBS[verb]] as Answer).call(found.host, message)];
  }

  private async spread(member: Parameters<ReturnType<ReturnType<typeof memoryStores>['copies']['forTenant']>['save']>[0]): Promise<void> {
    for (const [service, { stores }] of this.hosts) if (service !== 'gateway') await stores.copies.forTenant(member.tenant).save(member, member.seq - 1);
  }
}
