import { runService } from '@huiyin/platform-matters';
import type { RunningService } from '@huiyin/platform-matters';

/** Starts dispatch in this process; `environment` as in docs/operate.md. */
export function start(environment: Readonly<Record<string, string | undefined>>): Promise<RunningService> {
  return runService({ service: 'dispatch' }, environment);
}
