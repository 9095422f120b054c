import { Injectable } from '@nestjs/common';
import type { MatterEvent } from '@huiyin/contracts-kernel';
import { MatterHost } from '@huiyin/platform-matters';
import type { EventReceiver } from '@huiyin/platform-messaging';
import type { Matter } from '@huiyin/regulation-engine';
import { ReadModelReceiver } from './read-model.receiver.ts';

/** What the gateway does with an event of another service: its own matters react, then its read models follow. */
@Injectable()
export class GatewayReceiver implements EventReceiver {
  constructor(
    private readonly host: MatterHost,
    private readonly readModel: ReadModelReceiver,
  ) {}

  async receive(event: MatterEvent, before: Matter | undefined, after: Matter): Promise<void> {
    await this.host.receive(event, before, after);
    await this.readModel.receive(event, before, after);
  }
}
