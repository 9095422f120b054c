import type { SchemaObject } from 'ajv/dist/2020.js';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const TIME = '^([01]\\d|2[0-4]):[0-5]\\d$';

const amount: SchemaObject = {
  type: 'object', description: 'an amount: hours, minutes, seconds, workingDays, calendarDays, months', minProperties: 1, additionalProperties: false,
  properties: {
    hours: { $ref: '#/$defs/number' }, minutes: { $ref: '#/$defs/number' }, seconds: { $ref: '#/$defs/number' },
    workingDays: { type: 'integer', description: 'a whole number' }, calendarDays: { type: 'integer', description: 'a whole number' }, months: { type: 'integer', description: 'a whole number' },
  },
};

const givenCase: SchemaObject = {
  type: 'object', description: 'a case: id, op, expect and the operands of its op', required: ['id', 'op', 'expect'],
  properties: {
    id: { type: 'string', minLength: 1, description: 'a name' },
    op: { type: 'string', minLength: 1, description: 'the name of an operation' },
    calendar: { type: 'string', description: 'the name of a calendar of this file' },
    start: { $ref: '#/$defs/moment' }, end: { $ref: '#/$defs/moment' },
    pausedSince: { $ref: '#/$defs/instant' }, now: { $ref: '#/$defs/instant' },
    amount: { $ref: '#/$defs/amount' },
    pauses: { type: 'array', description: 'a list of [from, to]', items: { type: 'array', description: 'two instants, [from, to]', minItems: 2, maxItems: 2, items: { $ref: '#/$defs/instant' } } },
    rollOffDays: { type: 'boolean', description: 'true or false' },
    month: { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])$', description: 'a month, YYYY-MM' },
    day: { anyOf: [{ type: 'integer', minimum: 1, maximum: 31 }, { const: 'last' }], description: 'a day of the month from 1 to 31, or last' },
    expect: { type: 'object', description: 'what the case must give, by name' },
  },
};

const calendar: SchemaObject = {
  type: 'object', description: 'a calendar: tz, weekly, exceptions or fromNotices', required: ['tz', 'weekly'],
  properties: {
    tz: { type: 'string', description: 'an IANA time zone such as Asia/Shanghai' },
    weekly: { type: 'object', description: WEEKDAYS.join(' | '), propertyNames: { enum: WEEKDAYS, description: WEEKDAYS.join(' | ') }, additionalProperties: { $ref: '#/$defs/hours' } },
    exceptions: { type: 'object', description: 'hours by date', propertyNames: { format: 'calendar-date', description: 'a date that exists, YYYY-MM-DD' }, additionalProperties: { $ref: '#/$defs/hours' } },
    fromNotices: { type: 'array', description: 'a list of names of notices', items: { type: 'string', description: 'the name of a notice of this file or a kept one' } },
    hoursOnMakeUpDays: { $ref: '#/$defs/hours' },
  },
};

const notice: SchemaObject = {
  type: 'object', description: 'a notice: title, number, published, url, off, makeUpWorkdays', required: ['title', 'published', 'url', 'off', 'makeUpWorkdays'],
  properties: {
    title: { type: 'string', description: 'a text' }, number: { type: ['string', 'null'], description: 'a text, or null' },
    published: { $ref: '#/$defs/date' }, url: { type: 'string', description: 'a text' },
    off: { type: 'object', description: 'runs of dates by name', additionalProperties: { type: 'array', description: 'a list of dates or from/to', items: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d(/\\d{4}-\\d\\d-\\d\\d)?$', description: 'a date, or from/to' } } },
    makeUpWorkdays: { type: 'array', description: 'a list of dates', items: { $ref: '#/$defs/date' } },
  },
};

/** The format of a file of deadline cases. Remarks (`note`, `source`, `origin` …) may stand anywhere. */
export const CASE_FILE: SchemaObject = {
  type: 'object', description: 'an object with calendars and cases', required: ['calendars', 'cases'],
  properties: {
    holidayNotices: { type: 'object', description: 'notices by name', propertyNames: { pattern: '^[A-Z]{2}-\\d{4}$', description: 'country and year, such as CN-2026' }, additionalProperties: notice },
    calendars: { type: 'object', description: 'calendars by name', additionalProperties: calendar },
    cases: { type: 'array', description: 'a list of cases', items: givenCase },
  },
  $defs: {
    amount,
    number: { type: 'number', minimum: 0, description: 'a number, 0 or more' },
    date: { type: 'string', format: 'calendar-date', description: 'a date that exists, YYYY-MM-DD' },
    instant: { type: 'string', format: 'instant', description: 'an RFC 3339 instant with offset, 1900 to 2199' },
    moment: { type: 'string', format: 'date-or-instant', description: 'a date that exists, YYYY-MM-DD, or an RFC 3339 instant with offset' },
    hours: { type: 'array', description: 'a list of [from, to]', items: { type: 'array', description: 'two times, ["08:30", "17:30"]', minItems: 2, maxItems: 2, items: { type: 'string', pattern: TIME, description: 'a time, HH:MM up to 24:00' } } },
  },
};
