import type { Header } from '../document.ts';
import { schemaRef } from '../document.ts';

/** Headers of answers. */
export const HEADERS: Readonly<Record<string, Header>> = {
  ETag: { description: 'The version.', required: true, schema: { type: 'string', pattern: '^"\\d{1,15}"$' } },
  Location: { description: 'Where the new resource is.', required: true, schema: { type: 'string' } },
  'Huiyin-Now': { description: "The operator's instant.", required: true, schema: schemaRef('Instant') },
  'Idempotency-Replayed': { description: '`true` when this is the stored answer of an earlier request.', schema: { type: 'string', enum: ['true'] } },
  'Retry-After': { description: 'Seconds.', schema: { type: 'string', pattern: '^\\d+$' } },
};
