import { endInTime } from '@huiyin/platform-telemetry';
import { start } from './index.ts';

endInTime();
await start(process.env);
