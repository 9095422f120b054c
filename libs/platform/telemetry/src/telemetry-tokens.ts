/** Injection tokens that are no classes. */
export const METRICS_TOKEN = 'huiyin:metrics-token';
export const TELEMETRY_OPTIONS = 'huiyin:telemetry-options';
