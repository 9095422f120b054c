import { Injectable } from '@nestjs/common';
import type { ServiceName } from '@huiyin/contracts-kernel';
import type { ServiceVerb } from './service-door.ts';

export type LocalAnswer = (verb: ServiceVerb, message: object) => Promise<unknown>;

/** Services that live in this process: the gateway's own matters always, all others with `--one-process`. */
@Injectable()
export class LocalServices {
  private readonly answers = new Map<ServiceName, LocalAnswer>();

  host(service: ServiceName, answer: LocalAnswer): void {
    this.answers.set(service, answer);
  }

  of(service: ServiceName): LocalAnswer | undefined {
    return this.answers.get(service);
  }
}
