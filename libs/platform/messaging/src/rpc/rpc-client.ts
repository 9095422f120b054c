import { randomUUID } from 'node:crypto';
import { errors } from '@nats-io/transport-node';
import type { NatsConnection } from '@nats-io/transport-node';
import { rpcSubject } from '@huiyin/contracts-kernel';
import type { ServiceName } from '@huiyin/contracts-kernel';

/** Nobody answered: no instance listens, the deadline passed, or the connection is closed. Safe to repeat with the same idempotency key. */
export class RpcUnavailable extends Error {
  readonly service: ServiceName;
  readonly reason: 'no-responder' | 'deadline' | 'disconnected';
  constructor(service: ServiceName, reason: 'no-responder' | 'deadline' | 'disconnected', cause: unknown) {
    super(`${service} does not answer (${reason})`, { cause });
    this.name = 'RpcUnavailable';
    this.service = service;
    this.reason = reason;
  }
}

/** The service answered with an error instead of a reply: a defect there, told without its details. */
export class RpcFault extends Error {
  readonly service: ServiceName;
  constructor(service: ServiceName, message: string) {
    super(message);
    this.name = 'RpcFault';
    this.service = service;
  }
}

/** Reply packet of Nest's NATS transport. */
interface Packet {
  readonly response?: unknown;
  readonly err?: unknown;
}

/** Requests to services over core NATS, in the packets of Nest's NATS transport, so that a `@MessagePattern` answers. */
export class RpcClient {
  readonly #connection: NatsConnection;
  readonly #defaultDeadlineMs: number;
  constructor(connection: NatsConnection, defaultDeadlineMs = 5000) {
    this.#connection = connection;
    this.#defaultDeadlineMs = defaultDeadlineMs;
  }

  /**
   * Sends one request and waits for its one reply.
   * @param verb the last part of `rpc.<service>.<verb>`
   * @throws RpcUnavailable or RpcFault
   */
  async request<Reply>(service: ServiceName, verb: string, body: unknown, deadlineMs = this.#defaultDeadlineMs): Promise<Reply> {
    const subject = rpcSubject(service, verb);
    const packet = JSON.stringify({ pattern: subject, data: body, id: randomUUID() });
    const reply = await this.#send(service, subject, packet, deadlineMs);
    if (reply.err !== undefined && reply.err !== null) throw new RpcFault(service, messageOf(reply.err));
    return reply.response as Reply;
  }

  async #send(service: ServiceName, subject: string, packet: string, deadlineMs: number): Promise<Packet> {
    try {
      return (await this.#connection.request(subject, packet, { timeout: deadlineMs })).json<Packet>();
    } catch (error) {
      if (error instanceof errors.NoRespondersError || (error instanceof errors.RequestError && error.isNoResponders())) throw new RpcUnavailable(service, 'no-responder', error);
      if (error instanceof errors.TimeoutError) throw new RpcUnavailable(service, 'deadline', error);
      if (error instanceof errors.ClosedConnectionError || error instanceof errors.DrainingConnectionError) throw new RpcUnavailable(service, 'disconnected', error);
      throw error;
    }
  }
}

function messageOf(error: unknown): string {
  if (typeof error === 'string') return error;
  const message = (error as { message?: unknown }).message;
  return typeof message === 'string' ? message : 'The service failed';
}
