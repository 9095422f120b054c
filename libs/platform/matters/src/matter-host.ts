import type { ActRequest, ActReply, ActsRequest, AlarmsRequest, FireRequest, GetRequest, ListRequest, MatterEvent, QuietRequest, RpcContext, ViewRequest, WhyRequest } from '@huiyin/contracts-kernel';
import type { Matter } from '@huiyin/regulation-engine';
import type { DeadLetterStore } from '@huiyin/platform-persistence';
import type { AlarmHandler, EventReceiver, OperatorReplay } from '@huiyin/platform-messaging';
import { StaffDirectory, STAFF_KIND } from './directory/staff-directory.ts';
import { PolicyLibrary, PolicyUnknown } from './policies/policy-library.ts';
import type { HostParts } from './ports.ts';
import { fireDue, fireOne } from './use-cases/fire-due.ts';
import { openOwed } from './use-cases/open-owed.ts';
import type { OwedRequest } from './use-cases/open-owed.ts';
import { performAct } from './use-cases/perform-act.ts';
import type { HostServices } from './use-cases/perform-act.ts';
import { rebindMatter } from './rebinding/rebind-matter.ts';
import type { RebindReply, RebindRequest, SurveyRequest } from './rebinding/rebinding.ts';
import { rebindingServices } from './rebinding/rebinding-services.ts';
import type { RebindingServices } from './rebinding/rebinding-services.ts';
import { surveyRebinding } from './rebinding/survey-rebinding.ts';
import { earliestAlarm, quietReport } from './use-cases/quiet.ts';
import { actsOf, eventsOf, getMatter, listMatters, openView, whyOf } from './use-cases/read-matters.ts';
import { receiveEvent } from './use-cases/receive-event.ts';

const UNKNOWN_POLICY_RETRY_SECONDS = 1;
const STAFF_SERVICE = 'gateway';
const STAFF_PAGE = 500;

interface TenantRequest {
  readonly tenant: string;
}

/**
 * Hosts every matter of one service: the same load → settle → decide → react → save for core and pack kinds, the
 * service's inbox, its alarms and its answers to the gateway.
 */
export class MatterHost implements EventReceiver, AlarmHandler {
  private readonly services: HostServices;
  private readonly rebinding: RebindingServices;

  constructor(
    readonly parts: HostParts,
    private readonly letters: DeadLetterStore,
    private readonly replays: Pick<OperatorReplay, 'replay'>,
  ) {
    this.services = { parts, policies: new PolicyLibrary(parts.policies), directory: directoryOf(parts) };
    this.rebinding = rebindingServices(this.services);
  }

  /** Performs or previews an act; refusals and faults of the caller come back as data. */
  async act(request: ActRequest): Promise<ActReply> {
    const began = this.parts.surroundings.nowMs();
    const reply = await this.decide(request);
    if (!request.preview) this.parts.acted(request, reply, this.parts.surroundings.nowMs() - began);
    return reply;
  }

  private async decide(request: ActRequest): Promise<ActReply> {
    try {
      return await performAct(this.services, request);
    } catch (fault) {
      if (fault instanceof PolicyUnknown) return { ok: false, problem: { kind: 'unavailable', retryAfterSeconds: UNKNOWN_POLICY_RETRY_SECONDS, what: 'policy' } };
      throw fault;
    }
  }

  /** Binds a matter to another policy, or says what would come of it. */
  async rebind(request: RebindRequest): Promise<RebindReply> {
    try {
      return await rebindMatter(this.rebinding, request);
    } catch (fault) {
      if (fault instanceof PolicyUnknown) return { ok: false, problem: { kind: 'unavailable', retryAfterSeconds: UNKNOWN_POLICY_RETRY_SECONDS, what: 'policy' } };
      throw fault;
    }
  }

  surveyRebinding = (request: SurveyRequest) => surveyRebinding(this.rebinding, request);
  get = (request: GetRequest) => getMatter(this.services, request);
  list = (request: ListRequest) => listMatters(this.services, request);
  acts = (request: ActsRequest) => actsOf(this.services, request);
  why = (request: WhyRequest) => whyOf(this.services, request);
  view = (request: ViewRequest) => openView(this.services, request);
  events = (request: { readonly context: RpcContext; readonly id: string; readonly after: number }) => eventsOf(this.services, request);
  earliestAlarm = (request: AlarmsRequest) => earliestAlarm(this.parts, request);
  fireDue = (request: FireRequest) => fireDue(this.services, request);
  quiet = (request: QuietRequest) => quietReport(this.parts, this.letters, request);
  parked = async ({ tenant }: TenantRequest) => ({ items: await this.letters.parked(tenant) });
  replay = ({ tenant, id }: TenantRequest & { readonly id: string }) => this.replays.replay(tenant, id);

  /** What a cycle owes or a count has reached: opened once under its id. */
  openOwed = (request: OwedRequest) => openOwed(this.services, request);

  /** An operator on real time: the wall clock reached the matter's alarm. */
  async fire(tenant: string, id: string): Promise<void> {
    await fireOne(this.services, tenant, id, new Date(this.parts.surroundings.nowMs()).toISOString());
  }

  receive(event: MatterEvent, _before: Matter | undefined, after: Matter): Promise<void> {
    return receiveEvent(this.services, event, after);
  }
}

/** Staff is read where it lives: the gateway sees a person the moment he is hired, everybody else as soon as the copy is there. */
function directoryOf(parts: HostParts): StaffDirectory {
  if (parts.service !== STAFF_SERVICE) return new StaffDirectory((tenant) => parts.copies.forTenant(tenant).ofKind(STAFF_KIND), parts.surroundings.nowMs);
  return new StaffDirectory((tenant) => everyStaffMember(parts, tenant), parts.surroundings.nowMs, 0);
}

async function everyStaffMember(parts: HostParts, tenant: string): Promise<readonly Matter[]> {
  const members: Matter[] = [];
  for (let after: string | undefined; ; ) {
    const page = await parts.matters.forTenant(tenant).list({ kind: STAFF_KIND }, { sort: 'openedAt', limit: STAFF_PAGE, after });
    members.push(...page.items.map((stored) => stored.matter));
    if (page.next === undefined) return members;
    after = page.next;
  }
}

/** Verb of `rpc.<service>.<verb>` → what answers it. */
export const RPC_VERBS = {
  act: 'act',
  get: 'get',
  list: 'list',
  acts: 'acts',
  why: 'why',
  view: 'view',
  events: 'events',
  rebind: 'rebind',
  'survey-rebinding': 'surveyRebinding',
  'sim-earliest': 'earliestAlarm',
  'sim-fire': 'fireDue',
  'sim-quiet': 'quiet',
  parked: 'parked',
  replay: 'replay',
} as const satisfies Record<string, keyof MatterHost>;
