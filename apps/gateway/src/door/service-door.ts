import type { ServiceName } from '@huiyin/contracts-kernel';
import { problem, ProblemError } from '@huiyin/platform-http';

/** What every service's matter host answers, `rpc.<service>.<verb>`. */
export type ServiceVerb = 'act' | 'get' | 'list' | 'acts' | 'why' | 'view' | 'events' | 'rebind' | 'survey-rebinding' | 'sim-earliest' | 'sim-fire' | 'sim-quiet' | 'parked' | 'replay';

/** The only way from the gateway to a service; its own matters are reached through it too. */
export abstract class ServiceDoor {
  /**
   * @param deadlineMs real time to wait for the answer
   * @throws ServiceSilent when none came
   */
  abstract request<Reply>(service: ServiceName, verb: ServiceVerb, message: object, deadlineMs?: number): Promise<Reply>;
}

/** 503 naming the service. */
export class ServiceSilent extends ProblemError {
  readonly service: ServiceName;
  constructor(service: ServiceName) {
    super(
      problem('unavailable', {
        code: 'service-silent',
        headers: { 'retry-after': '1' },
        detail: { 'zh-CN': `服务 ${service} 没有应答`, 'zh-TW': `服務 ${service} 沒有應答`, en: `The service ${service} did not answer` },
        extensions: { service },
      }).facts,
    );
    this.service = service;
  }
}
