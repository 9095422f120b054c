import { Controller, Get, Param, Query } from '@nestjs/common';
import type { ServiceName } from '@huiyin/contracts-kernel';
import { cursorFor, limitOf, positionOf, problem, readQuery } from '@huiyin/platform-http';
import type { Locale } from '@huiyin/platform-http';
import { serviceOf, viewsOf } from '@huiyin/regulation-engine';
import type { FactMap, FactValue, ViewDescription } from '@huiyin/regulation-engine';
import type { Caller } from '../callers/caller.ts';
import { CurrentCaller, ReaderLocale } from '../callers/request-state.ts';
import { contextOf } from '../callers/rpc-context.ts';
import { MatterClient } from '../door/matter-client.ts';
import { writeInstant } from '../mapping/instant.ts';
import { engineWord } from '../mapping/read-value.ts';
import { People } from '../matters/people.service.ts';
import { Policies } from '../policies/policies.service.ts';
import { problemOfRpc } from '../problems/rpc-problem.ts';
import { refusalProblem } from '../problems/refusal-problem.ts';
import { citeOf } from '../problems/write-cite.ts';
import { labelIn } from '../schema/label.ts';
import { columnsOf, writeRow } from './write-row.ts';

/** Registers and live lists of the adopted regulations. */
@Controller('v1/registers')
export class RegistersController {
  constructor(
    private readonly matters: MatterClient,
    private readonly policies: Policies,
    private readonly people: People,
  ) {}

  @Get()
  async list(@CurrentCaller() caller: Caller, @ReaderLocale() locale: Locale) {
    if (caller.actor.kind === 'customer') return { items: [], nextCursor: null };
    const policy = await this.policies.get(caller.operator.policy);
    return { items: viewsOf(policy).map((view) => summary(view, locale)), nextCursor: null };
  }

  @Get(':view')
  async open(@CurrentCaller() caller: Caller, @ReaderLocale() locale: Locale, @Param('view') word: string, @Query() query: Record<string, unknown>) {
    const policy = await this.policies.get(caller.operator.policy);
    if (caller.actor.kind === 'customer') throw problem('not-found');
    const view = viewsOf(policy).find((candidate) => candidate.name === engineWord(word));
    if (!view) throw problem('not-found');
    const kind = await this.policies.kind(caller.operator.policy, view.of);
    const columns = columnsOf(view, kind);
    const { limit, cursor, ...filters } = readQuery(query, ['limit', 'cursor', ...columns.map((column) => column.api), ...columns.map((column) => column.name)]);
    const filter: Record<string, FactValue> = {};
    for (const [name, text] of Object.entries(filters)) filter[columns.find((column) => column.api === name)?.name ?? name] = text;
    const scope = ['registers', word, filter];
    const reply = await this.matters.view(serviceOf(policy, view.of) as ServiceName, {
      context: contextOf(caller),
      view: view.name,
      filter,
      limit: limitOf(limit),
      ...(cursor !== undefined && { after: positionOf(scope, cursor) }),
    });
    if (!reply.ok) {
      if (reply.problem.kind !== 'refused') throw problemOfRpc(reply.problem);
      throw refusalProblem(policy, kind, `read-${view.name}`, reply.problem.refusals);
    }
    const owners = reply.rows.map((row) => row['owner']).filter((owner): owner is string => typeof owner === 'string');
    const context = { kind, people: await this.people.named(caller, owners), zone: caller.operator.zone, locale };
    const items = reply.rows.map((row: FactMap) => writeRow(row, columns, context));
    return { ...summary(view, locale), items, nextCursor: reply.next === undefined || reply.next === null ? null : cursorFor(scope, reply.next), asOf: writeInstant(caller.now, caller.operator.zone) };
  }
}

function summary(view: ViewDescription, locale: Locale) {
  return { register: view.name, title: view.title ? labelIn(view.title, locale) : view.name, rule: view.citation.rule, cite: citeOf(view.citation) ?? null };
}
