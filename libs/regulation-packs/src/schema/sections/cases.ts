import { flag, list, record, text, use, type Shape } from '../shapes.ts';

const local = text('Local time of the stage\'s calendar: `2026-10-09T11:40`, seconds optional. Left out: the moment of the act before.', { pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?$' });
const refused = { type: 'array', items: text('`rule code` or `rule code field`.'), description: 'Refusals in order. Left out: it must be allowed.' };
const anything: Shape = { type: 'object' };
const nullable = (shape: Shape): Shape => ({ anyOf: [shape, { type: 'null' }] });
const byName = (item: Shape, description: string): Shape => ({ type: 'object', additionalProperties: item, description });

export const caseAct: Shape = record(
  {
    at: local,
    by: text('A person of the stage, the id of a customer, or `system`.'),
    kind: text('Kind of what is made.'),
    act: text('The act. Without `act` and `view` only the clock moves.'),
    on: text('Id of what it is done to.'),
    as: text('Id given to what it makes.'),
    line: text('Key of the line it works on.'),
    for: text('Customer whose word is recorded.'),
    input: { ...anything, description: 'What the act is given, or what a view is filtered by; local times become instants.' },
    view: text('Opens this view instead.'),
    refused,
  },
  [],
  'Something done, or looked at, in an example.',
);

const person = record(
  {
    roles: list(text('A platform role in kebab case.'), 'Roles.'),
    place: text('Where.'),
    department: text('Department.'),
    rank: { type: 'number', description: 'Rank.' },
    superior: text('Id of the direct superior.'),
    teams: list(text('A team.'), 'Teams.'),
    leads: list(text('A team.'), 'Teams led.'),
    qualifications: list(text('A qualification.'), 'Qualifications.'),
    joined: text('Instant.'),
    left: text('Instant.'),
    absences: list({ ...anything, required: ['from', 'to'] }, 'Absences: from, to, deputy.'),
    shift: text('Local hours on duty: `08:30-17:30`.'),
  },
  ['roles'],
  'A person of the stage.',
);

export const stage: Shape = record(
  {
    after: text('Continues this stage.'),
    calendar: record({ zone: text('IANA zone.'), hours: text('Opening hours.'), country: text('Country of the holidays.'), days: anything, makeUpHours: text('Hours on make-up days.') }, ['zone', 'hours'], 'Calendar; default Asia/Shanghai with China\'s holidays, 08:30-12:00 and 13:30-17:30.'),
    people: byName(person, 'People by id.'),
    acts: list(use('caseAct'), 'What has happened, in order.'),
  },
  [],
  'People and what has happened, shared by examples.',
);

const matterMembers: Readonly<Record<string, Shape>> = {
  state: text('State.'),
  number: nullable(text('Number.')),
  owner: nullable(text('Owner.')),
  final: flag('Is it over?'),
  waitsFor: nullable(text('Id of the matter whose owner and next step it shows.')),
  facts: { ...anything, description: 'Facts; null: absent.' },
  next: nullable({ ...anything, description: 'Next step: act, step, owner, due, rule.' }),
  steps: byName(nullable(anything), 'Last run of each step: open, verdict, dropped, margin, due, start, who, rule, warned, ended; null: never opened.'),
  entries: { type: 'array', items: anything, description: 'All entries posted: ledger, from, to, amount, evidence, rule.' },
  sealed: { ...anything, description: 'Form → act that sealed it.' },
  why: byName(anything, 'Fact, `owner`, `state` or `dueAt:<step>` → rule, value, item, inputs, values, given, tried, exceptions, start, due.'),
};

export const expectation: Shape = record(
  {
    ...matterMembers,
    refused,
    told: { type: 'array', items: text('`person rule text`.'), description: 'Everyone told meanwhile, in any order.' },
    events: list(text('An event\'s type.'), 'Events raised meanwhile, in this order; others may stand between them.'),
    rows: { type: 'array', items: anything, description: 'Rows of the view that was opened.' },
    forms: byName(anything, 'Form → copies (addressees), entitles, fields.'),
    matters: byName(record(matterMembers, [], 'What must hold of it.'), 'Other matters, by id.'),
  },
  [],
  'What must hold. Members left out are not looked at; objects match as subsets, lists in whole.',
  { minProperties: 1 },
);

export const example: Shape = record(
  {
    rule: use('rule'),
    name: text('States condition and outcome.'),
    stage: text('Where it begins.'),
    given: list(use('caseAct'), 'What happened before.'),
    when: use('caseAct'),
    then: use('expectation'),
  },
  ['rule', 'name', 'stage', 'when', 'then'],
  'A worked example that proves a rule; run by lint, by the tests and by `packs mutate`.',
);

export const retention: Shape = record(
  {
    kind: text('A kind.'),
    field: text('`kind.field`, or a field of `kind`.'),
    keep: text('How long it is kept: a duration, or `always`.'),
    erase: text('How long until it is erased.'),
    after: text('An act, a fact or CEL from which it counts. Default: when the matter became final.'),
    rule: use('rule'),
  },
  ['rule'],
  'How long something is kept; each run is logged.',
);
