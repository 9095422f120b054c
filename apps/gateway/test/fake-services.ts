import { randomBytes } from 'node:crypto';
import { mintId, serviceOfId } from '@huiyin/contracts-kernel';
import type { ActReply, ActRequest, GetRequest, ListRequest, MatterHead, ServiceName } from '@huiyin/contracts-kernel';
import type { Matter, Refusal } from '@huiyin/regulation-engine';
import { ServiceDoor, ServiceSilent } from '../src/door/service-door.ts';
import type { ServiceVerb } from '../src/door/service-door.ts';

/** Services of one process that keep what they are told and refuse what the test says. */
export class FakeServices extends ServiceDoor {
  readonly heads = new Map<string, MatterHead>();
  readonly asked: { readonly service: ServiceName; readonly verb: ServiceVerb; readonly message: unknown }[] = [];
  /** Refusals of the next act. */
  refusals: readonly Refusal[] = [];
  silent: ServiceName | undefined;

  get acts(): readonly ActRequest[] {
    return this.asked.filter(({ verb }) => verb === 'act').map(({ message }) => message as ActRequest);
  }

  override async request<Reply>(service: ServiceName, verb: ServiceVerb, message: object): Promise<Reply> {
    if (service === this.silent) throw new ServiceSilent(service);
    this.asked.push({ service, verb, message });
    return this.answer(service, verb, message) as Reply;
  }

  private answer(service: ServiceName, verb: ServiceVerb, message: object): unknown {
    switch (verb) {
      case 'act': return this.act(service, message as ActRequest);
      case 'get': return this.get(message as GetRequest);
      case 'list': return this.list(service, message as ListRequest);
      case 'acts': return { ok: true, kind: this.heads.get((message as { id: string }).id)?.matter.kind, policy: 'p', acts: [{ act: 'change', allowed: true, refusals: [] }] };
      case 'why': return { ok: true, policy: 'p', why: null };
      case 'events': return { items: [] };
      case 'sim-quiet': return { sent: 0, handled: {}, pending: 0, parked: [], deadLetters: 0 };
      case 'sim-earliest': return {};
      case 'sim-fire': return { fired: 0 };
      case 'view': return { ok: true, rows: [] };
      case 'parked': return { items: [] };
      case 'replay': return { result: 'not-parked' };
      case 'rebind': return { ok: false, problem: { kind: 'not-found' } };
      case 'survey-rebinding': return { matters: [], looked: 0, complete: true, counts: {} };
    }
  }

  private get({ context, id, kind }: GetRequest): unknown {
    const head = this.heads.get(id);
    const seen = head && head.matter.tenant === context.tenant && (kind === undefined || kind === head.matter.kind) && head.readers.some((token) => context.readers.includes(token));
    return seen ? { ok: true, head } : { ok: false, problem: { kind: 'not-found' } };
  }

  private list(service: ServiceName, { context, kind, limit, after }: ListRequest): unknown {
    const all = [...this.heads.values()].filter(({ matter }) => matter.tenant === context.tenant && matter.kind === kind && serviceOfId(matter.id) === service);
    const start = after === undefined ? 0 : Number(after);
    return { items: all.slice(start, start + limit), ...(start + limit < all.length && { next: String(start + limit) }) };
  }

  private act(service: ServiceName, request: ActRequest): ActReply {
    if (this.refusals.length > 0) return { ok: false, problem: { kind: 'refused', refusals: this.refusals, policy: 'p' } };
    const before = request.id === undefined ? undefined : this.heads.get(request.id);
    if (before && request.expectedVersion !== undefined && request.expectedVersion !== before.version) return { ok: false, problem: { kind: 'stale', version: before.version } };
    const { context } = request;
    const id = before?.matter.id ?? mintId(service, 1_760_000_000_000, randomBytes(9));
    const matter: Matter = {
      ...(before?.matter ?? { ...EMPTY, id, tenant: context.tenant, kind: request.kind, service, openedAt: context.now, openedBy: context.actor.id, policy: context.policy }),
      seq: (before?.matter.seq ?? 0) + 1,
      state: request.act === 'take' ? 'handedOver' : (before?.matter.state ?? 'drafted'),
      final: request.act === 'leave',
      facts: { ...before?.matter.facts, ...request.input },
    };
    const head: MatterHead = { matter, version: (before?.version ?? 0) + 1, readers: ['staff', 'role:operator-admin', `person:${id}`, `customer:${id}`] };
    if (!request.preview) this.heads.set(id, head);
    return { ok: true, head, events: [`${request.kind}.${request.act}`] };
  }
}

const EMPTY = { record: false, final: false, state: 'drafted', seq: 0, facts: {}, reasons: {}, links: {}, steps: [], did: {}, signatures: [], entries: [], told: [], sealed: {}, flags: {} } as const;
