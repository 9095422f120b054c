import type { Directory, Matter, Person } from '@huiyin/regulation-engine';
import { personOfStaff } from './person-of-staff.ts';

export const STAFF_KIND = 'staffMember';
/** Another instance may have stored a newer copy; this one looks again after so long. */
const FRESH_MS = 2_000;

interface Known {
  readonly readAtMs: number;
  readonly people: Promise<Map<string, Person>>;
}

/** The operator's staff, folded from the gateway's events; kept in memory for a moment and brought up to date by each staff event. */
export class StaffDirectory {
  private readonly byTenant = new Map<string, Known>();

  /**
   * @param read all staff members of an operator, from the own store where they are hosted, else from copies
   * @param freshMs how long what was read is believed
   */
  constructor(
    private readonly read: (tenant: string) => Promise<readonly Matter[]>,
    private readonly nowMs: () => number,
    private readonly freshMs = FRESH_MS,
  ) {}

  async of(tenant: string): Promise<Directory> {
    const people = await this.peopleOf(tenant);
    const all = [...people.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    return { person: (id) => people.get(id), all: () => all };
  }

  /** A staff event is being applied; its copy is stored a moment later. */
  async learn(staff: Matter): Promise<void> {
    const known = this.byTenant.get(staff.tenant);
    if (known) (await known.people).set(staff.id, personOfStaff(staff));
  }

  private peopleOf(tenant: string): Promise<Map<string, Person>> {
    const known = this.byTenant.get(tenant);
    if (known && this.nowMs() - known.readAtMs < this.freshMs) return known.people;
    const before = known?.people;
    const people = this.merge(tenant, before);
    this.byTenant.set(tenant, { readAtMs: this.nowMs(), people });
    people.catch(() => this.byTenant.delete(tenant));
    return people;
  }

  /** What was learnt from an event whose copy is not stored yet stays known. */
  private async merge(tenant: string, before: Promise<Map<string, Person>> | undefined): Promise<Map<string, Person>> {
    const staff = await this.read(tenant);
    const learnt = (await before?.catch(() => undefined)) ?? new Map<string, Person>();
    const stored = new Map(staff.map((member) => [member.id, personOfStaff(member)]));
    for (const [id, person] of learnt) if (!stored.has(id)) stored.set(id, person);
    return stored;
  }
}
