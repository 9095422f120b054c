import { TicketRepository } from '../ticket.repository.ts';
import type { Ticket } from '../ticket.repository.ts';
import { entityOf, rowOf } from './collections.ts';
import type { GatewayCollections } from './collections.ts';

export class MongoTicketRepository extends TicketRepository {
  constructor(private readonly tickets: GatewayCollections['tickets']) {
    super();
  }
  override async insert(ticket: Ticket): Promise<void> {
    await this.tickets.insertOne({ ...rowOf(ticket), endsAt: new Date(ticket.expiresAtMs) });
  }
  override async take(id: string): Promise<Ticket | undefined> {
    const row = await this.tickets.findOneAndDelete({ _id: { $eq: id } }, { projection: { endsAt: 0 } });
    return row ? entityOf<Ticket>(row) : undefined;
  }
}
