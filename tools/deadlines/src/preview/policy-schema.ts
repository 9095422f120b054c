import type { SchemaObject } from 'ajv/dist/2020.js';

const calendar: SchemaObject = { type: 'object', description: 'a calendar: zone, hours, country, notices, days, makeUpHours' };

/** A policy file: a calendar alone, or what an operator adopts: calendar, packs (ids or whole documents) and overrides. */
export const POLICY_FILE: SchemaObject = {
  type: 'object', description: 'a policy with its calendar, or a calendar alone',
  if: { required: ['calendar'] },
  then: {
    properties: {
      calendar,
      packs: { type: 'array', description: 'a list of pack ids or pack documents', items: { type: ['string', 'object'], description: 'a pack id such as s2.4, or a pack document' } },
      overrides: { type: 'object', description: 'values by name, such as { "s2.4.promptly": "P2WD" }' },
    },
  },
  else: { required: ['zone', 'hours'] },
};

/** The counting parameters of a promise. */
const counting: SchemaObject = {
  type: 'object', description: 'roll, rollOn, firstDay, monthEnd, hour', additionalProperties: false,
  properties: {
    roll: { enum: ['none', 'forward', 'back'] }, rollOn: { enum: ['nonWorking', 'weekend', 'holiday'] },
    firstDay: { enum: ['excluded', 'included'] }, monthEnd: { enum: ['clamp'] },
    hour: { type: 'string', pattern: '^(([01]\\d|2[0-3]):[0-5]\\d|24:00|start)$', description: 'a time, HH:MM up to 24:00, or start' },
  },
};

const limit: SchemaObject = {
  type: 'string', description: 'a due such as P5WD, 17:30 or end of month, or a value of a pack such as value:s2.4.promptly',
  if: { pattern: '^value:' }, then: { pattern: '^value:.+\\.\\w+$' }, else: { format: 'due' },
};

/** A file of open promises. */
export const STEPS_FILE: SchemaObject = {
  type: 'array', description: 'a list of promises',
  items: {
    type: 'object', description: 'a promise: id, start, due', required: ['id', 'start', 'due'], additionalProperties: false,
    properties: {
      id: { type: 'string', minLength: 1, description: 'a name' },
      start: { type: 'string', format: 'instant', description: 'an RFC 3339 instant with offset' },
      due: { anyOf: [limit, { type: 'array', minItems: 1, maxItems: 64, items: limit }], description: 'a due, a value:PACK.NAME, or a list of these of which the earliest counts' },
      counting,
      open: { type: 'boolean', description: 'true or false' },
      events: {
        type: 'array', description: 'a list of pause, resume, restart, extend, stop, cancel',
        items: {
          type: 'object', description: 'an event: at and type', required: ['at', 'type'],
          properties: {
            at: { type: 'string', format: 'instant', description: 'an RFC 3339 instant with offset' },
            type: { enum: ['pause', 'resume', 'restart', 'extend', 'stop', 'cancel'] },
            by: { type: 'string', format: 'due', description: 'a due such as P5WD' }, of: { enum: ['due', 'start'] },
          },
          if: { properties: { type: { const: 'extend' } } }, then: { required: ['by'] },
        },
      },
    },
  },
};
