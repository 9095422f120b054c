import { directoryOf } from '@huiyin/regulation-engine';
import type { Directory, Matter, Person } from '@huiyin/regulation-engine';
import { personOfStaff } from './person-of-staff.ts';

export const STAFF_KIND = 'staffMember';
/** Another instance may have stored a newer copy; this one looks again after so long. */
const FRESH_MS = 2_000;

interface Known {
  readonly readAtMs: number;
  readonly people: Promise<Map<string, Person>>;
  /** The people as the engine asks for them: made when first asked for, made anew after a staff event. */
  directory: Directory | undefined;
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
    const known = this.knownOf(tenant);
    const people = await known.people;
    return (known.directory ??= directoryOf([...people.values()].sort((a, b) => (a.id < b.id ? -1 : 1))));
  }

  /** A staff event is being applied; its copy is stored a moment later. */
  async learn(staff: Matter): Promise<void> {
    const known = this.byTenant.get(staff.tenant);
    if (!known) return;
    (await known.people).set(staff.id, personOfStaff(staff));
    known.directory = undefined;
  }

  private knownOf(tenant: string): Known {
    const before = this.byTenant.get(tenant);
    if (before && this.nowMs() - before.readAtMs < this.freshMs) return before;
    const people = this.merge(tenant, before?.people);
    const known: Known = { readAtMs: this.nowMs(), people, directory: undefined };
    this.byTenant.set(tenant, known);
    people.catch(() => this.byTenant.delete(tenant));
    return known;
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
