import { TEXT, objectOf } from '../page.ts';
import type { Route } from '../route.ts';

const CHECKS = { type: 'object', additionalProperties: { type: 'object', required: ['status'], properties: { status: { type: 'string' } } } };
const READY = objectOf({ status: TEXT, info: CHECKS, error: CHECKS, details: CHECKS }, ['info', 'error']);

/** For whoever runs the process. */
export const HEALTH_ROUTES: readonly Route[] = [
  { method: 'get', path: '/health/live', id: 'isLive', tag: 'health', summary: 'The process lives', access: 'open', answers: { 200: { description: 'It does.', schema: objectOf({ status: { const: 'ok' } }) } } },
  { method: 'get', path: '/health/ready', id: 'isReady', tag: 'health', summary: 'The process can take work', access: 'open', answers: { 200: { description: 'It can.', schema: READY }, 503: { description: 'It cannot; `error` says why.', schema: READY } } },
  { method: 'get', path: '/metrics', id: 'readMetrics', tag: 'health', summary: 'Metrics for Prometheus', access: 'open', answers: { 200: { description: 'Exposition text.', schema: { type: 'string' }, type: 'text/plain' } } },
];
