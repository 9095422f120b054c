/** Lets an EventSource in once, within a minute, as the caller who asked for it. */
export interface Ticket {
  readonly id: string;
  readonly secretHash: string;
  /** The bearer's account or key: looked up anew, so that a withdrawn one is refused. */
  readonly tenant: string;
  readonly credential: string;
  readonly expiresAtMs: number;
}

export abstract class TicketRepository {
  abstract insert(ticket: Ticket): Promise<void>;
  /** Takes the ticket away and gives it, at most once. */
  abstract take(id: string): Promise<Ticket | undefined>;
}
