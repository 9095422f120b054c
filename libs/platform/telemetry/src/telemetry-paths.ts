/** Served by every process for whoever runs it, not for clients. */
export const TELEMETRY_PATHS = ['/health/live', '/health/ready', '/metrics'] as const;

/** Metadata by which a gateway's guards know that a route asks for no account. */
export const OPEN_ROUTE = 'huiyin:open-route';

/** What `@SkipThrottle()` of @nestjs/throttler sets; written out because that package is CommonJS and cannot be loaded in an ESM cycle. */
export const UNLIMITED_ROUTE = 'THROTTLER:SKIPdefault';
