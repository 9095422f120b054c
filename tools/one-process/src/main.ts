import { start as startDispatch } from '@huiyin/dispatch';
import { start as startGateway } from '@huiyin/gateway';
import { start as startIntake } from '@huiyin/intake';
import { endInTime } from '@huiyin/platform-telemetry';

type Environment = Readonly<Record<string, string>>;
type Start = (environment: Environment) => Promise<{ stop(): Promise<void> }>;

const STARTS: Readonly<Record<string, Start>> = { gateway: startGateway, intake: startIntake, dispatch: startDispatch };

endInTime();

/** Every service in this one process, each with its own identity, database and port, as `HUIYIN_ONE_PROCESS` says. */
const environments = JSON.parse(process.env['HUIYIN_ONE_PROCESS'] ?? '{}') as Readonly<Record<string, Environment>>;
for (const [service, environment] of Object.entries(environments)) {
  const start = STARTS[service];
  if (!start) throw new Error(`There is no service ${service}; there are ${Object.keys(STARTS).join(', ')}.`);
  await start(environment);
}
