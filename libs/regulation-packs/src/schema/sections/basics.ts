import { list, number, oneOrMany, record, text, use, type Shape } from '../shapes.ts';

const literal: Shape = { type: ['string', 'number', 'boolean', 'null'] };

/** What every section is made of: rule references, texts, expressions, persons, exceptions. */
export const basics: Readonly<Record<string, Shape>> = {
  rule: {
    description: 'The rule of the card this item carries out: its number, several, `D` for the operator\'s default, or `core/…` for built-in behaviour. The first is the one cited.',
    anyOf: [
      { type: 'integer', minimum: 1 },
      { type: 'string', pattern: '^([A-Z]|core/[a-z][a-z0-9-]*|[0-9]+[a-z]?)$' },
      { type: 'array', minItems: 1, items: { anyOf: [{ type: 'integer', minimum: 1 }, { type: 'string', pattern: '^([A-Z]|core/[a-z][a-z0-9-]*|[0-9]+[a-z]?)$' }] } },
    ],
  },
  localisedText: record(
    { 'zh-CN': text('Simplified Chinese.'), en: text('English.'), 'zh-TW': text('Traditional Chinese; derived from zh-CN unless given.') },
    ['zh-CN', 'en'],
    'A text in every language. `{after.x}`, `{values.x}` insert facts and figures.',
  ),
  expression: { type: 'string', minLength: 1, maxLength: 600, description: 'CEL, or the name of something declared. Texts inside take quotes; figures belong in `values`.' },
  literal: { ...literal, description: 'A text, number, truth value or nothing.' },
  persons: {
    description: 'Whoever is named: a post, a person field, or CEL giving one or many. A list: in `by` any, in `who` and `owner` the first present, in `tell` all.',
    anyOf: [
      use('expression'),
      { type: 'array', minItems: 1, items: use('expression') },
      record(
        {
          of: oneOrMany(use('expression'), 'The posts or persons.'),
          pick: { enum: ['first', 'onDuty', 'leastLoaded'], description: 'Which of them. Default: the first present.' },
          excludes: list(use('expression'), 'Never these.'),
          rule: use('rule', 'In `by` and `sign`: the rule that says who may; a refusal of anybody else cites it.'),
        },
        ['of'],
        'Persons with a choice among them, or with exceptions.',
      ),
    ],
  },
  exception: record(
    {
      if: use('expression', 'When the exception applies.'),
      then: use('literal', 'What holds instead: a literal, or an expression; of a gate true or false.'),
      rule: use('rule'),
      unless: list(use('exception'), 'Exceptions to the exception.'),
    },
    ['if', 'then', 'rule'],
    'An exception is a cited item of its own; two that hold and differ refuse.',
  ),
  when: oneOrMany(
    text('An event: `act` of the own kind, `kind.act`, `kind.step.missed`, `kind.*.missed`.', { pattern: '^[a-zA-Z][A-Za-z0-9]*(\\.([a-zA-Z][A-Za-z0-9]*|\\*)){0,2}$' }),
    'One event or several.',
  ),
  bound: number('A bound of the field; figures a regulation gives stand in `values`.'),
};
