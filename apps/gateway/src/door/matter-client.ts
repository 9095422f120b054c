import { Injectable } from '@nestjs/common';
import type { ActReply, ActRequest, ActsReply, ActsRequest, GetReply, GetRequest, ListReply, ListRequest, MatterEvent, MatterHead, RpcContext, RpcProblem, ServiceName, ViewReply, ViewRequest, WhyReply, WhyRequest } from '@huiyin/contracts-kernel';
import { serviceOfId } from '@huiyin/contracts-kernel';
import { problem } from '@huiyin/platform-http';
import { ServiceDoor } from './service-door.ts';

type NotThere = { readonly ok: false; readonly problem: RpcProblem };

/** The services' answers about matters, typed. */
@Injectable()
export class MatterClient {
  constructor(private readonly door: ServiceDoor) {}

  act(service: ServiceName, request: ActRequest): Promise<ActReply> {
    return this.door.request(service, 'act', request);
  }

  list(service: ServiceName, request: ListRequest): Promise<ListReply> {
    return this.door.request(service, 'list', request);
  }

  view(service: ServiceName, request: ViewRequest): Promise<ViewReply> {
    return this.door.request(service, 'view', request);
  }

  /** The matter, wherever it lives; undefined when the caller may not know of it. */
  async find(context: RpcContext, id: string, kind?: string): Promise<MatterHead | undefined> {
    const service = serviceOfId(id);
    if (!service) return undefined;
    const request: GetRequest = { context, id, ...(kind && { kind }) };
    const reply = await this.door.request<GetReply>(service, 'get', request);
    return reply.ok ? reply.head : undefined;
  }

  /** @throws ProblemError 404 */
  async get(context: RpcContext, id: string, kind?: string): Promise<MatterHead> {
    const head = await this.find(context, id, kind);
    if (!head) throw problem('not-found');
    return head;
  }

  acts(request: ActsRequest): Promise<ActsReply | NotThere> {
    return this.door.request(this.ownerOf(request.id), 'acts', request);
  }

  why(request: WhyRequest): Promise<WhyReply | NotThere> {
    return this.door.request(this.ownerOf(request.id), 'why', request);
  }

  async events(context: RpcContext, id: string, after = 0): Promise<readonly MatterEvent[]> {
    const reply = await this.door.request<{ readonly items: readonly MatterEvent[] }>(this.ownerOf(id), 'events', { context, id, after });
    return reply.items;
  }

  private ownerOf(id: string): ServiceName {
    const service = serviceOfId(id);
    if (!service) throw problem('not-found');
    return service;
  }
}
