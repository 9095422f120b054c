import 'reflect-metadata';
import type { ServiceName } from '@huiyin/contracts-kernel';
import { GatewayConfig } from '../config.ts';
import { ServiceDoor, ServiceSilent } from '../door/service-door.ts';
import type { ServiceVerb } from '../door/service-door.ts';
import type { Operator } from '../operators/operator.ts';
import { MemoryOperatorRepository } from '../persistence/memory/memory-operator.repository.ts';
import { Advance } from './advance.service.ts';
import { Quiet } from './quiet.service.ts';

const operator: Operator = { id: 't', name: 'x', zone: 'Asia/Shanghai', simulated: true, now: '2026-10-09T04:00:00.000Z', policy: 'p', state: 'open', createdAt: '2026-10-09T04:00:00.000Z' };

/** Two services with alarms; firing one in intake raises another in dispatch. */
class Alarms extends ServiceDoor {
  readonly told: string[] = [];
  silent: ServiceName | undefined;
  parked = false;
  private readonly alarms: Record<string, string[]> = { intake: ['2026-10-09T04:30:00.000Z', '2026-10-09T05:00:00.000Z'], dispatch: [] };
  override async request<Reply>(service: ServiceName, verb: ServiceVerb, message: object): Promise<Reply> {
    if (service === this.silent) throw new ServiceSilent(service);
    const own = this.alarms[service]!;
    const { until, now } = message as { until?: string; now?: string };
    if (verb === 'sim-earliest') return { earliest: own.filter((at) => at <= until!).sort()[0] } as Reply;
    if (verb === 'sim-fire') {
      const due = own.filter((at) => at <= now!);
      this.alarms[service] = own.filter((at) => at > now!);
      for (const at of due) this.told.push(`${service} ${at.slice(11, 16)}`);
      if (service === 'intake' && now === '2026-10-09T04:30:00.000Z') this.alarms['dispatch']!.push('2026-10-09T04:45:00.000Z');
      return { fired: due.length } as Reply;
    }
    return { sent: 0, handled: {}, pending: 0, parked: this.parked ? ['m'] : [], deadLetters: 0 } as Reply;
  }
}

async function prepared() {
  const door = new Alarms();
  const operators = new MemoryOperatorRepository();
  await operators.insert(operator);
  const config = new GatewayConfig('', true, ['intake', 'dispatch'], 1, '127.0.0.1');
  return { door, operators, advance: new Advance(door, operators, new Quiet(door, config), config) };
}

describe('Advance', () => {
  it('fires every alarm in the order of the operator’s time, also those that firing raises, and ends at the target', async () => {
    const { door, operators, advance } = await prepared();
    await expect(advance.to(operator, '2026-10-09T06:00:00.000Z')).resolves.toEqual({ now: '2026-10-09T06:00:00.000Z', fired: 3 });
    expect(door.told).toEqual(['intake 04:30', 'dispatch 04:45', 'intake 05:00']);
    expect((await operators.load('t'))?.now).toBe('2026-10-09T06:00:00.000Z');
  });
  it('leaves alarms beyond the target alone', async () => {
    const { door, advance } = await prepared();
    await advance.to(operator, '2026-10-09T04:30:00.000Z');
    expect(door.told).toEqual(['intake 04:30']);
  });
  it('never moves backwards', async () => {
    const { advance } = await prepared();
    await expect(advance.to(operator, '2026-10-09T03:59:59.999Z')).rejects.toMatchObject({ facts: { status: 422, code: 'simulation.backwards' } });
  });
  it('names the service that does not answer, and goes on without it when told so', async () => {
    const { door, advance } = await prepared();
    door.silent = 'dispatch';
    await expect(advance.to(operator, '2026-10-09T05:00:00.000Z')).rejects.toMatchObject({ facts: { status: 503, extensions: { service: 'dispatch' } } });
    await expect(advance.to(operator, '2026-10-09T05:00:00.000Z', ['dispatch'])).resolves.toMatchObject({ fired: 2 });
  });
  it('fails when a matter is parked', async () => {
    const { door, advance } = await prepared();
    door.parked = true;
    await expect(advance.to(operator, '2026-10-09T05:00:00.000Z')).rejects.toMatchObject({ facts: { status: 409, code: 'simulation.parked' } });
  });
});
