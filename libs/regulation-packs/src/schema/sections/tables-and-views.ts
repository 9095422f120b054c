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
    at: use('expression', 'The window holding this instant; default the act\'s. A due at an exclusive end means the period that ended, so does the end of a period fact.'),
    on: use('expression', 'Over `it`: instant or date by which a row falls into a window. Default: an entry\'s date, a step\'s due, else when it was opened. At an exclusive end it falls into the period that ended.'),
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
    columns: list(column, 'Columns in order: facts of the row, `number`, `owner`, `nextStep`, `age`; `due` is the next step\'s, of a row over `kind.steps` its own.'),
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

const figure: Shape = { type: ['string', 'number'], description: 'A figure or `value:x`.' };
const given: Shape = { type: ['string', 'number', 'boolean', 'null'], description: 'A figure, `value:x` or CEL.' };

export const band: Shape = record(
  { upTo: figure, below: figure, from: figure, over: figure, if: use('expression', 'Only if this holds.'), points: given, pay: given, then: given, rule: use('rule') },
  [],
  'What a value or a rank within these bounds gives.',
);

export const principle: Shape = record(
  {
    keep: use('expression', 'This person, if he is a candidate.'),
    only: use('expression', 'Only these candidates, if there are any.'),
    share: text('`value:x`: those of `to` get this share of the lines, rounded down, then leave the candidates.'),
    to: use('expression', 'Who gets the share.'),
    lowest: use('expression', 'Fewest, counting what was given already: CEL over `it`, or `query:name` grouped by person.'),
    highest: use('expression', 'Most.'),
    rule: use('rule'),
  },
  [],
  'One principle. Expressions read `line`, and `it`: a candidate with `given`, what he got so far.',
  { minProperties: 1 },
);

export const indicator: Shape = record(
  {
    is: use('expression', '`ratio(a, b)` over queries, one query, or CEL over `facts` and `it` (the subject).'),
    type: words(['int', 'decimal', 'money', 'percent'], 'What its value is. Default decimal.'),
    scale: number('Decimal places of the value, as of a field; rounded before target, rank and bands.', { minimum: 0 }),
    notApplicable: use('expression', 'Then there is no result.'),
    target: text('`value:x`; its word says which side is reached.'),
    points: { ...use('literal'), description: 'For a target reached: points, `value:x`, or CEL over `value`.' },
    bands: list(use('band'), 'The first that fits, by rank where there is one, else by the value.'),
    rank: record({ ties: words(['share'], 'Equal values share the rank, the next is skipped.'), order: words(['up', 'down'], '`up`: lowest first. Default highest first.') }, [], 'Ranking.'),
    shares: record({ of: use('expression', 'The amount.'), by: use('expression', 'Weights; default the values.') }, ['of'], 'An amount split so that the parts add up.'),
    closes: text('Period it closes with.'),
    appeal: text('How long an appeal is open.'),
    rule: use('rule'),
  },
  ['is', 'rule'],
  'An indicator of performance.',
);

export const distribution: Shape = record(
  { of: use('expression', '`kind.<lines>`.'), among: use('expression', 'Persons to choose among: a post, or CEL.'), sets: text('Field of the line that gets the person.'), by: list(use('principle'), 'Principles in order; each choice counts for the next.'), rule: use('rule') },
  ['of', 'among', 'sets', 'by', 'rule'],
  'Who gets what, by which principle.',
);

