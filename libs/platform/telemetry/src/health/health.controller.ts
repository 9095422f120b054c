import { Controller, Get, Header, Res, SetMetadata } from '@nestjs/common';
import { OPEN_ROUTE, UNLIMITED_ROUTE } from '../telemetry-paths.ts';
import { Readiness } from './readiness.ts';

/** Whether the process lives (restart it if not) and whether it can take work (send it none if not). */
@SetMetadata(UNLIMITED_ROUTE, true)
@SetMetadata(OPEN_ROUTE, true)
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('live')
  @Header('Cache-Control', 'no-store')
  live(): { readonly status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @Header('Cache-Control', 'no-store')
  async ready(@Res({ passthrough: true }) reply: { code(status: number): unknown }) {
    const { ready, result } = await this.readiness.read();
    reply.code(ready ? 200 : 503);
    return result;
  }
}
