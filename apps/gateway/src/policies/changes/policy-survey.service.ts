import { Injectable } from '@nestjs/common';
import type { ServiceName } from '@huiyin/contracts-kernel';
import type { SurveyedMatter, SurveyReply, SurveyRequest } from '@huiyin/platform-matters';
import type { Caller } from '../../callers/caller.ts';
import { contextOf } from '../../callers/rpc-context.ts';
import { GatewayConfig } from '../../config.ts';
import { ServiceDoor } from '../../door/service-door.ts';
import type { ChangedItem } from './changed-items.ts';

/** Open matters looked at in each service. */
const LOOKED_AT = 300;
const LONGEST_MS = 25_000;

export interface Survey {
  readonly matters: readonly SurveyedMatter[];
  readonly looked: number;
  readonly complete: boolean;
  readonly counts: SurveyReply['counts'];
}

/** Asks every service what a policy would make of its open matters. Nothing is stored anywhere. */
@Injectable()
export class PolicySurvey {
  constructor(
    private readonly door: ServiceDoor,
    private readonly config: GatewayConfig,
  ) {}

  async of(caller: Caller, to: string, changes: readonly ChangedItem[]): Promise<Survey> {
    const request: SurveyRequest = { context: contextOf(caller), to, limit: LOOKED_AT, acts: changes.some(({ item }) => !/\/values\.|^calendar$/.test(item)) };
    const replies = await Promise.all(this.config.services.map((service: ServiceName) => this.door.request<SurveyReply>(service, 'survey-rebinding', request, LONGEST_MS)));
    const counts: Record<keyof SurveyReply['counts'], number> = { kept: 0, moved: 0, dropped: 0, judged: 0, paused: 0 };
    for (const reply of replies) for (const [result, count] of Object.entries(reply.counts)) counts[result as keyof SurveyReply['counts']] += count;
    return { matters: replies.flatMap(({ matters }) => matters), looked: replies.reduce((sum, { looked }) => sum + looked, 0), complete: replies.every(({ complete }) => complete), counts };
  }
}
