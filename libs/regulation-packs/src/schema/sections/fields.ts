import { flag, list, number, oneOrMany, record, text, use, words, type Shape } from '../shapes.ts';

export const fieldTypes = [
  'text', 'int', 'decimal', 'money', 'percent', 'bool', 'date', 'time', 'instant', 'duration',
  'choice', 'person', 'ref', 'file', 'list', 'lines',
] as const;

const acts = (description: string): Shape => list(text('An act of the kind.'), description);

export const field: Shape = record(
  {
    type: words(fieldTypes, 'Type of the field.'),
    choice: list({ anyOf: [text('An option.'), record({ is: text('The option.'), rule: use('rule') }, ['is'], 'An option with its own rule.')] }, 'The options; alone it means `type: choice`.'),
    to: text('`ref`: the kind it points to, or `any`.'),
    of: {
      description: '`list`: the type of its entries. `lines`: the fields of a line; one that names no act belongs to every act that gives the list or works on a line.',
      anyOf: [words(fieldTypes, 'Type of the entries.'), { type: 'object', additionalProperties: { anyOf: [words(fieldTypes, 'Type.'), use('field')] } }],
    },
    key: text('`lines`: the field that tells lines apart.'),
    required: acts('Acts after which it must be present, given now or earlier.'),
    optional: acts('Acts that may carry it besides; an act takes no other field.'),
    default: { description: 'Value where none is given: a literal, or an expression.', anyOf: [use('expression'), { type: ['number', 'boolean'] }] },
    check: use('expression', 'Over `value`; refuses when false.'),
    min: number('Least value, or least length of a text.'),
    max: number('Greatest value, greatest length of a text, most entries of a list.'),
    scale: number('Decimal places; of a percentage, those of the percentage: 66.7 % is scale 1.'),
    unit: text('Unit shown.'),
    typed: words(['past', 'planned'], 'Instants that are typed: `past` never in the future, `planned` a promise or appointment. Left out: stamped by the act.'),
    personal: flag('Personal data: masked for those who need not see it.'),
    period: flag('A period with `start` and `end`, as cycles set it.'),
    label: use('localisedText'),
    group: text('Group in forms.'),
    rule: use('rule'),
  },
  [],
  'A field of a kind.',
);

const copy: Shape = record(
  { to: text('Addressee.'), title: use('localisedText'), entitles: text('What holding the copy entitles to.'), rule: use('rule') },
  ['to'],
  'One copy of the paper.',
);

export const form: Shape = record(
  {
    of: text('The kind.'),
    code: text('Code printed on the paper.'),
    title: use('localisedText'),
    fields: list(text('A field.'), 'Fields in order.'),
    copies: list(copy, 'Copies and their addressees.'),
    sealedBy: text('After this act a change of its fields is refused and recorded.'),
    print: { description: 'Printable.', anyOf: [{ type: 'boolean' }, record({ paper: oneOrMany(text('Paper: a4, 241x140 …'), 'Papers.') }, [], 'Print settings.')] },
    items: list(record({ key: text('Its key; default its place, from 1.'), text: use('localisedText'), is: words(['gate', 'score'], 'Gates a step, or is scored.'), rule: use('rule') }, ['text', 'is'], 'An item of a checklist.'), 'A checklist or questionnaire, answered item by item with the act `tick<Form>`; `score` items count.'),
    gates: oneOrMany(text('An act.'), 'Acts that wait for the `gate` items. Default: the act of `sealedBy`.'),
    by: use('persons', 'Who ticks. Default: any member of staff.'),
    rule: use('rule'),
  },
  ['of', 'rule'],
  'A paper, checklist or questionnaire.',
);
