import type { Parameter } from '../document.ts';
import { ID } from '../../schema/formats.ts';

/** Parameters that many routes share. */
export const PARAMETERS: Readonly<Record<string, Parameter>> = {
  Id: { name: 'id', in: 'path', required: true, schema: ID },
  Limit: { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 } },
  Cursor: { name: 'cursor', in: 'query', description: '`nextCursor` of the page before; stable under inserts.', schema: { type: 'string', maxLength: 500 } },
  Count: { name: 'count', in: 'query', description: 'Also count, exactly up to 10,000.', schema: { type: 'boolean' } },
  IdempotencyKey: { name: 'Idempotency-Key', in: 'header', description: 'Same key and body: the stored answer. Required from API clients.', schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,128}$' } },
  IfMatch: { name: 'If-Match', in: 'header', description: 'The version meant, as `ETag` gave it. Required from API clients.', schema: { type: 'string', pattern: '^(\\*|(W/)?"\\d{1,15}")$' } },
  AcceptLanguage: { name: 'Accept-Language', in: 'header', description: 'zh-CN (default), zh-TW or en.', schema: { type: 'string', maxLength: 200 } },
};
