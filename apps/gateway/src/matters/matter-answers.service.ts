import { Injectable } from '@nestjs/common';
import type { MatterHead } from '@huiyin/contracts-kernel';
import type { Locale } from '@huiyin/platform-http';
import type { Caller } from '../callers/caller.ts';
import type { JsonMap } from '../mapping/write-facts.ts';
import { Policies } from '../policies/policies.service.ts';
import { Bearers } from './bearers.service.ts';
import { People } from './people.service.ts';
import { writeHead } from './write-head.ts';

export type WrittenHead = Pick<MatterHead, 'matter' | 'version' | 'next'>;

/** Writes matters for a reader: names, labels, the owner and next step that the head shows. */
@Injectable()
export class MatterAnswers {
  constructor(
    private readonly policies: Policies,
    private readonly bearers: Bearers,
    private readonly people: People,
  ) {}

  async write(caller: Caller, heads: readonly WrittenHead[], locale: Locale): Promise<JsonMap[]> {
    const bearers = await this.bearers.of(caller, heads);
    const people = await this.people.named(caller, [...bearers.map((bearer) => bearer.owner), ...heads.map((head) => head.matter.firstContact)]);
    return Promise.all(
      heads.map(async (head, index) => {
        const kind = await this.policies.kind(head.matter.policy, head.matter.kind);
        return writeHead(head, kind, bearers[index] ?? { kind }, people, caller.operator.zone, locale);
      }),
    );
  }

  async writeOne(caller: Caller, head: WrittenHead, locale: Locale): Promise<JsonMap> {
    const [written] = await this.write(caller, [head], locale);
    return written ?? {};
  }
}
