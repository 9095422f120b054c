import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { etagOf, readQuery } from '@huiyin/platform-http';
import type { Locale } from '@huiyin/platform-http';
import { camel } from '@huiyin/platform-http';
import type { WhyAnswer } from '@huiyin/regulation-engine';
import type { FastifyReply } from 'fastify';
import type { Caller } from '../callers/caller.ts';
import { CurrentCaller, ReaderLocale } from '../callers/request-state.ts';
import { contextOf } from '../callers/rpc-context.ts';
import { writeDeadline } from '../deadlines/write-deadline.ts';
import { MatterClient } from '../door/matter-client.ts';
import { writeInstant } from '../mapping/instant.ts';
import { Policies } from '../policies/policies.service.ts';
import { problemOfRpc } from '../problems/rpc-problem.ts';
import { Timelines } from '../timeline/timeline.service.ts';
import { MatterAnswers } from './matter-answers.service.ts';
import { OpenActs } from './open-acts.service.ts';
import { People } from './people.service.ts';
import { writeInstants } from '../mapping/write-instants.ts';

/** What can be asked of any matter by its id alone, whatever its kind and service. */
@Controller('v1/matters/:id')
export class AnyMatterController {
  constructor(
    private readonly matters: MatterClient,
    private readonly answers: MatterAnswers,
    private readonly policies: Policies,
    private readonly people: People,
    private readonly timelines: Timelines,
    private readonly openActs: OpenActs,
  ) {}

  @Get()
  async get(@CurrentCaller() caller: Caller, @ReaderLocale() locale: Locale, @Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const head = await this.matters.get(contextOf(caller), id);
    void reply.header('etag', etagOf(head.version));
    return this.answers.writeOne(caller, head, locale);
  }

  @Get('timeline')
  async timeline(@CurrentCaller() caller: Caller, @ReaderLocale() locale: Locale, @Param('id') id: string) {
    const { matter } = await this.matters.get(contextOf(caller), id);
    const events = await this.timelines.story(caller, matter);
    return { items: await this.timelines.write(caller, events, locale), asOf: writeInstant(caller.now, caller.operator.zone), nextCursor: null };
  }

  @Get('deadlines')
  async deadlines(@CurrentCaller() caller: Caller, @ReaderLocale() locale: Locale, @Param('id') id: string) {
    const { matter } = await this.matters.get(contextOf(caller), id);
    const kind = await this.policies.kind(matter.policy, matter.kind);
    const people = await this.people.named(caller, matter.steps.flatMap((step) => step.who));
    const items = await Promise.all(
      matter.steps
        .filter((step) => step.silent !== true)
        .map(async (step) => writeDeadline(step, await this.explained(caller, id, `dueAt:${step.id}`), kind, people, caller.operator.zone, locale)),
    );
    return { items, asOf: writeInstant(caller.now, caller.operator.zone), nextCursor: null };
  }

  @Get('why')
  async why(@CurrentCaller() caller: Caller, @Param('id') id: string, @Query() query: Record<string, unknown>) {
    const { fact } = readQuery(query, ['fact']);
    const reply = await this.matters.why({ context: contextOf(caller), id, ...(fact !== undefined && { fact: fact.split(':').map(camel).join(':') }) });
    if (!reply.ok) throw problemOfRpc(reply.problem.kind === 'refused' ? { kind: 'not-found' } : reply.problem);
    if (reply.why === undefined || reply.why === null) throw problemOfRpc({ kind: 'not-found' });
    return writeInstants(reply.why, caller.operator.zone);
  }

  @Get('acts')
  async acts(@CurrentCaller() caller: Caller, @ReaderLocale() locale: Locale, @Param('id') id: string) {
    return this.openActs.of(caller, id, locale);
  }

  private async explained(caller: Caller, id: string, fact: string): Promise<WhyAnswer | undefined> {
    const reply = await this.matters.why({ context: contextOf(caller), id, fact });
    return reply.ok ? ((reply.why ?? undefined) as WhyAnswer | undefined) : undefined;
  }
}
