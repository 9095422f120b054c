import { TicketRepository } from '../ticket.repository.ts';
import type { Ticket } from '../ticket.repository.ts';

export class MemoryTicketRepository extends TicketRepository {
  private readonly tickets = new Map<string, Ticket>();
  override async insert(ticket: Ticket): Promise<void> {
    this.tickets.set(ticket.id, ticket);
  }
  override async take(id: string): Promise<Ticket | undefined> {
    const ticket = this.tickets.get(id);
    this.tickets.delete(id);
    return ticket;
  }
}
