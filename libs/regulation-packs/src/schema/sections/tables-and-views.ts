import { list, number, record, text, use, words, type Shape } from '../shapes.ts';

export const table: Shape = record(
  {
    sets: text('The field it sets.'),
    policy: words(['unique', 'first', 'collect'], 'How rows combine. Default unique.'),
    in: { type: 'object', additionalProperties: use('expression'), description: 'Inputs by name.' },
    rows: list({ type: 'object', required: ['then'], properties: { rule: use('rule'), unless: list(use('exception'), 'Exceptions.') } }, 'Input name → cell (a literal, a list, a comparison such as `>= 3`, `value:x`, `-`), `then` and `rule`. `then: null` says nothing.'),
    never: list(record({ if: use('expression'), why: text('Why.') }, ['if', 'why'], 'Inputs that cannot occur.'), 'Impossible inputs.'),
    rule: use('rule'),
  },
  ['sets', 'rows'],
  'A decision table. One row without inputs is a plain formula.',
);

export const query: Shape = record(
  {
    of: text('kind | kind.steps | kind.<lines> | ledger.<name>.'),
    where: use('expression', 'Over `it`, and `matter`, `act`, `actor` of the asking matter.'),
    per: list(text('A field.'), 'Grouped by.'),
    window: text('A period, a duration, or `ever`.'),
    at: use('expression', 'The window holding this instant; default the act\'s.'),
    take: words(['list', 'count', 'sum', 'min', 'max', 'mean', 'latest', 'exists'], 'What is taken.'),
    field: text('Of this field.'),
    max: number('At most so many rows.', { minimum: 1 }),
    rule: use('rule'),
  },
  ['of', 'take'],
  'Look-ups, counts, registers in one shape.',
);

const column: Shape = { anyOf: [text('A field, or part of the head.'), record({ name: text('Name.'), is: use('expression') }, ['name', 'is'], 'A computed column.')] };

export const view: Shape = record(
  {
    of: text('The kind.'),
    title: use('localisedText'),
    where: use('expression', 'Over `it`.'),
    per: list(text('A field.'), 'Grouped by.'),
    columns: list(column, 'Columns in order.'),
    order: text('Column it is ordered by.'),
    number: text('Column that numbers the lines.'),
    window: text('A period.'),
    by: use('persons', 'Who may open it. Left out: every member of staff.'),
    only: list(record({ by: use('persons'), where: use('expression', 'Over `it` and `actor`.') }, ['by', 'where'], 'Those named see only these rows.'), 'Restrictions.'),
    rule: use('rule'),
  },
  ['of', 'columns', 'rule'],
  'A register, live list, year book, or the content of a report.',
);

const steps: Shape = { type: 'array', minItems: 1, items: { type: 'object' } };

export const indicator: Shape = record(
  {
    is: use('expression', '`ratio(a, b)` or a query.'),
    notApplicable: use('expression'),
    target: text('`value:x`.'),
    points: use('literal'),
    bands: { ...steps, description: 'Points by band.' },
    rank: record({ ties: words(['share'], 'Equal ranks share.') }, [], 'Ranking.'),
    shares: { type: 'object', description: 'How the result is shared.' },
    closes: text('Period it closes with.'),
    appeal: text('How long an appeal is open.'),
    rule: use('rule'),
  },
  ['is', 'rule'],
  'An indicator of performance.',
);

export const distribution: Shape = record(
  { of: use('expression'), among: use('expression'), sets: text('The field it sets.'), by: { ...steps, description: 'Principles in order; each choice counts for the next.' }, rule: use('rule') },
  ['of', 'among', 'sets', 'by', 'rule'],
  'Who gets what, by which principle.',
);

