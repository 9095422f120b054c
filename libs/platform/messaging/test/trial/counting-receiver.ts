import type { MatterEvent } from '@huiyin/contracts-kernel';
import type { MatterStore, TenantMatters } from '@huiyin/platform-persistence';
import { aStored } from '@huiyin/platform-persistence/suites';
import type { EventReceiver } from '../../src/ports.ts';

/** Id of the matter in which a service notes the events of a source aggregate. */
export const noteOf = (service: string, aggregate: string): string => `${service}-on-${aggregate}`;

/** Notes every event in a matter of its own that remembers the source's sequence, as the matter host does with targets. */
export class CountingReceiver implements EventReceiver {
  readonly #matters: MatterStore;
  readonly #service: string;
  /** False: a control that does not look at what it has had. */
  readonly #remembers: boolean;
  constructor(matters: MatterStore, service: string, remembers = true) {
    this.#matters = matters;
    this.#service = service;
    this.#remembers = remembers;
  }

  async receive(event: MatterEvent): Promise<void> {
    const matters = this.#matters.forTenant(event.tenant);
    while (!(await this.#note(matters, event)));
  }

  async #note(matters: TenantMatters, event: MatterEvent): Promise<boolean> {
    const id = noteOf(this.#service, event.aggregate);
    const held = await matters.load(id);
    if (!held) return (await matters.insert(aStored({ id, tenant: event.tenant, kind: 'note', matter: { seq: 0, facts: { had: [event.id] } }, sources: { [event.aggregate]: event.seq } }))).result === 'stored';
    if (this.#remembers && (held.sources[event.aggregate] ?? 0) >= event.seq) return true;
    const { pending: _, ...stored } = held;
    const had = [...(held.matter.facts['had'] as readonly string[]), event.id];
    const next = { ...stored, version: held.version + 1, sources: { [event.aggregate]: event.seq }, matter: { ...held.matter, facts: { had } } };
    return (await matters.commit(next, held.version, [])).result === 'stored';
  }
}
