import type { RunningSystem } from '@huiyin/system';
import { Caller } from './caller.ts';

const PASSWORD = 'a-long-test-password';

/** A fresh simulated operator under S2.4 with a team, a catalogue item, an owner and one account per role. */
export class Operator {
  private constructor(
    readonly id: string,
    readonly admin: Caller,
    readonly as: Readonly<Record<string, Caller>>,
    readonly ids: Readonly<Record<string, string>>,
  ) {}

  static async open(system: RunningSystem, name = '和安物业', now = '2026-10-09T11:30:00+08:00'): Promise<Operator> {
    const platform = new Caller(system.url, system.platformKey);
    const opened = await platform.must('/v1/operators', {
      name,
      zone: 'Asia/Shanghai',
      packs: ['s2.4'],
      calendar: { country: 'CN', hours: '08:30-12:00,13:30-17:30' },
      simulated: true,
      now,
      administrator: { name: 'admin', account: { login: 'admin', password: PASSWORD } },
    });
    const operatorId = String(opened['id']);
    const session = async (login: string): Promise<Caller> => {
      const body = await new Caller(system.url).must('/v1/sessions', { operatorId, login, password: PASSWORD });
      return new Caller(system.url, String(body['token']));
    };
    const admin = await session('admin');
    const as: Record<string, Caller> = {};
    const ids: Record<string, string> = {};
    const staff: [string, string, object][] = [
      ['director', 'department-manager', {}],
      ['desk', 'security-desk', {}],
      ['clerk', 'property-clerk', {}],
      ['manager', 'equipment-manager', {}],
      ['leader', 'team-leader', { teams: ['plumbing'], leads: ['plumbing'] }],
      ['technician', 'technician', { teams: ['plumbing'] }],
      ['finance', 'finance', {}],
    ];
    for (const [login, role, more] of staff) {
      const hired = await admin.must('/v1/staff', { name: login, roles: [role], account: { login, password: PASSWORD }, ...(ids['director'] && login !== 'director' ? { superiorId: ids['director'] } : {}), ...more });
      ids[login] = String(hired['id']);
      as[login] = await session(login);
    }
    await admin.see('/v1/simulation/quiet');
    const of = (login: string): Caller => as[login] ?? admin;
    ids['team'] = String((await of('manager').must('/v1/teams', { code: 'plumbing', name: '水工班', trade: 'plumbing' }))['id']);
    ids['item'] = String((await of('manager').must('/v1/price-items', { code: 'W-101', name: '暖气阀', trade: 'plumbing' }))['id']);
    ids['owner'] = String((await of('desk').must('/v1/customers', { name: '王女士', phone: '13800000001', relation: 'owner', room: '1203' }))['id']);
    await admin.see('/v1/simulation/quiet');
    return new Operator(operatorId, admin, as, ids);
  }

  who(login: string): Caller {
    const caller = this.as[login];
    if (!caller) throw new Error(`there is no ${login}`);
    return caller;
  }

  async quiet(): Promise<void> {
    await this.admin.see('/v1/simulation/quiet');
  }

  async moveTo(to: string): Promise<void> {
    const answer = await this.admin.post('/v1/simulation/clock', { to });
    if (answer.status >= 300) throw new Error(`the clock did not move: ${answer.text}`);
  }

  /** A signed request and its drafted order. */
  async draftOrder(): Promise<{ readonly request: string; readonly order: string }> {
    const facts = { customerId: this.ids['owner'], description: '水管漏水', room: '1203', phone: '13800000001', appointedAt: '2026-10-09T14:30:00+08:00' };
    const request = String((await this.who('desk').must('/v1/service-requests', { ...facts, channel: 'phone' }))['id']);
    await this.quiet();
    await this.who('clerk').must(`/v1/service-requests/${request}/sign`);
    await this.quiet();
    const order = String((await this.who('clerk').must('/v1/work-orders', { ...facts, requestId: request, customerName: '王女士' }))['id']);
    await this.quiet();
    return { request, order };
  }
}
