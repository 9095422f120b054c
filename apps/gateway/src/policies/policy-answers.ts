import { Inject, Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { POLICY_SUBJECT } from '@huiyin/contracts-kernel';
import type { PolicyPageRequest } from '@huiyin/contracts-kernel';
import { answer, NATS_CONNECTION } from '@huiyin/platform-messaging';
import { PolicyResponder } from './policy-responder.ts';

type Connection = Parameters<typeof answer>[0];

/** Where services ask for policies they do not know yet. */
@Injectable()
export class PolicyAnswers implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(PolicyAnswers.name);
  #subscription: ReturnType<typeof answer> | undefined;

  constructor(
    @Inject(NATS_CONNECTION) private readonly connection: Connection,
    private readonly responder: PolicyResponder,
  ) {}

  onApplicationBootstrap(): void {
    const report = (level: 'log' | 'warn' | 'error') => (facts: object, message: string) => this.logger[level]({ ...facts, message });
    this.#subscription = answer(this.connection, POLICY_SUBJECT, 'gateway', (request: PolicyPageRequest) => this.responder.page(request), { info: report('log'), warn: report('warn'), error: report('error') });
  }

  onApplicationShutdown(): void {
    this.#subscription?.unsubscribe();
  }
}
