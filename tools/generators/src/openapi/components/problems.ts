import type { JsonSchema } from '../../schema/json-schema.ts';
import type { Answer } from '../document.ts';
import { headerRef, schemaRef } from '../document.ts';

const DESCRIPTIONS: Readonly<Record<number, string>> = {
  400: 'The request cannot be read: malformed JSON, nesting too deep, an unknown or wrong parameter.',
  401: 'No account: sign in, or the token has ended.',
  403: 'Not permitted; `permission` names what is missing, `errors` every failing gate with its rule.',
  404: 'Not there, or not to be read by this caller.',
  405: 'This method is not for this resource.',
  409: 'The present state refuses it: `errors` lists all failing gates with their rules.',
  412: 'Someone else changed it meanwhile; `version` is the present one.',
  413: 'The body is too large.',
  415: 'The content type is not supported.',
  422: 'Well-formed but wrong: `errors` points at every field that is at fault.',
  428: 'API clients must say which version they mean (`If-Match`).',
  429: 'Too many requests.',
  503: 'Temporarily unavailable; try again after `Retry-After` seconds.',
};
const RETRIED = new Set([429, 503]);

/** RFC 9457 with the members of the API's conventions. */
export const PROBLEM: JsonSchema = {
  type: 'object',
  description: 'RFC 9457. Texts follow `Accept-Language`; codes never change.',
  required: ['type', 'title', 'status', 'instance', 'code', 'traceId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer', minimum: 400, maximum: 599 },
    detail: { type: 'string' },
    instance: { type: 'string' },
    code: { type: 'string', description: 'Stable, dotted, e.g. `work-order.not-priced`.' },
    traceId: { type: 'string' },
    rule: { type: 'string', description: 'The rule that refuses, e.g. `s2.4/13`.' },
    cite: schemaRef('Cite'),
    errors: { type: 'array', items: schemaRef('Fault') },
    permission: { type: 'string', description: 'The permission that is missing (403).' },
    keptAs: { type: 'string', description: 'The matter that keeps the refused attempt.' },
    version: { type: 'integer', description: 'The present version (409, 412).' },
    what: { type: 'string', description: 'What is unavailable (503).' },
  },
};

/** One fault: where, which, why, and the rule that says so. */
export const FAULT: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['code', 'message'],
  properties: {
    pointer: { type: 'string', description: 'JSON Pointer (RFC 6901) into the body.' },
    parameter: { type: 'string', description: 'The query parameter or header at fault.' },
    code: { type: 'string' },
    message: { type: 'string' },
    rule: { type: 'string' },
    cite: schemaRef('Cite'),
    of: {
      type: 'object',
      additionalProperties: false,
      description: 'The act that refuses, where it is not the one asked for but one that was to happen with it or not at all.',
      required: ['matter', 'kind', 'act'],
      properties: { matter: { type: 'string', description: 'Id; empty where the matter was to be made.' }, kind: { type: 'string' }, act: { type: 'string' } },
    },
  },
};

export const CITE: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  description: 'Clause and words of the source.',
  properties: { clause: { type: 'string' }, words: { type: 'string' } },
};

/** One response per status that a problem can have. */
export const PROBLEM_RESPONSES: Readonly<Record<string, Answer>> = Object.fromEntries(
  Object.entries(DESCRIPTIONS).map(([status, description]) => [
    `Problem${status}`,
    { description, ...(RETRIED.has(Number(status)) && { headers: { 'Retry-After': headerRef('Retry-After') } }), content: { 'application/problem+json': { schema: schemaRef('Problem') } } },
  ]),
);
