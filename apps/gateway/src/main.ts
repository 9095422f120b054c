import { endInTime } from '@huiyin/platform-telemetry';
import { start } from './start.ts';

endInTime();
await start(process.env);
