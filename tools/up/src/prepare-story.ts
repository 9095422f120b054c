import { demoPassword } from './demo-accounts.ts';
import { GatewaySession } from './gateway-session.ts';

/** A signed request that waits for its order, and the tokens of those who act in the story. */
export interface Story {
  readonly requestId: string;
  readonly customerId: string;
  readonly appointedAt: string;
  readonly clerk: string;
  readonly manager: string;
  readonly admin: string;
  readonly breachAt: string;
}

const HAND_OVER_MINUTES = 31;

/** Registers and signs one more request, so that the four commands work at every start. */
export async function prepareStory(url: string, operatorId: string): Promise<Story> {
  const open = (login: string): Promise<GatewaySession> => GatewaySession.open(url, operatorId, login, demoPassword(login));
  const [desk, clerk, manager, admin] = await Promise.all(['desk', 'clerk', 'manager', 'admin'].map(open)) as [GatewaySession, GatewaySession, GatewaySession, GatewaySession];
  const now = String((await admin.get('/v1/simulation/clock'))['now']);
  const customers = (await desk.get('/v1/customers?limit=50'))['items'] as { id: string; relation: string }[];
  const customer = customers.find(({ relation }) => relation === 'owner');
  if (!customer) throw new Error('the demo operator has no owner among its customers');
  const appointedAt = later(now, 24 * 60);
  const request = await desk.post('/v1/service-requests', { customerId: customer.id, channel: 'phone', description: '厨房水管漏水', room: '1203', phone: '13800000001', appointedAt });
  await admin.get('/v1/simulation/quiet');
  await clerk.post(`/v1/service-requests/${String(request['id'])}/sign`, {});
  await admin.get('/v1/simulation/quiet');
  return { requestId: String(request['id']), customerId: customer.id, appointedAt, clerk: clerk.token, manager: manager.token, admin: admin.token, breachAt: later(now, HAND_OVER_MINUTES) };
}

/** An instant some minutes later, in the same zone offset. */
function later(instant: string, minutes: number): string {
  const offset = /[+-]\d\d:\d\d$/.exec(instant)?.[0] ?? '+00:00';
  const offsetMs = (offset.startsWith('-') ? -1 : 1) * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4))) * 60_000;
  return new Date(Date.parse(instant) + minutes * 60_000 + offsetMs).toISOString().slice(0, 19) + offset;
}

