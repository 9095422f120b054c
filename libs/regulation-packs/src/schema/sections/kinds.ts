import { flag, list, named, number, record, text, use, words, type Shape } from '../shapes.ts';

const mode = words(['enforce', 'watch'], '`watch`: records what would have followed (of an act: who may, from where, its gates), changes nothing.');

export const gate: Shape = record(
  {
    if: use('expression', 'The gate stands only when this holds.'),
    that: use('expression', 'What must hold; refuses otherwise.'),
    refuse: text('Code of the refusal; its sentence stands in `texts`.'),
    field: text('The field it is about.'),
    unless: list(use('exception'), 'Exceptions, each cited.'),
    mode,
    rule: use('rule'),
  },
  ['that', 'refuse', 'rule'],
  'A condition on an act.',
);

const target = record({ if: use('expression'), state: text('A state.'), rule: use('rule') }, ['state'], 'A state, when `if` holds.');

export const act: Shape = record(
  {
    by: use('persons', 'Who may. `nobody`: only with a permit; `system`: only effects.'),
    from: list(text('A state, or `new`.'), 'States it starts from. Left out: any state not final. `[new]` creates.'),
    to: { description: 'State it leads to; left out, or no row fits: the state stays.', anyOf: [text('A state.'), { type: 'array', minItems: 1, items: target }] },
    sign: list(use('persons'), 'One signature per entry on the same content; the last completes the act.'),
    turn: flag('Only while a step asks for it.'),
    require: list(use('gate'), 'Gates, in order.'),
    line: text('Works on one line of this field; creates a missing line.'),
    permit: record({ by: use('persons'), uses: number('How often; default once.') }, ['by'], 'Those named here let somebody else do it, by the act `permit<Act>`.'),
    together: list({ anyOf: [text('`link.act`.'), use('together')] }, 'Acts on linked matters of the same service that happen with this one or not at all, as the system: gates hold, `by` does not. Inputs are read before the act. Whatever refuses one of them refuses all, and all of it is told.'),
    mode,
    keepRefused: flag('A refused attempt is kept as the event `kind.act.refused`.'),
    set: named(use('expression'), 'Facts the act sets by itself.'),
    log: flag('Kept in the access log.'),
    offline: text('How late an act done without a connection may arrive.'),
    rule: use('rule'),
  },
  ['rule'],
  'Something somebody does; its event is `kind.act`.',
);

export const together: Shape = record(
  {
    act: text('The act.'),
    on: use('expression', 'A ref field, or CEL giving an id.'),
    set: { type: 'object', additionalProperties: { anyOf: [use('expression'), { type: ['number', 'boolean', 'null'] }] }, description: 'Its input.' },
    if: use('expression', 'Only if this holds.'),
  },
  ['act', 'on'],
  'An act on a linked matter in the same transaction.',
);

const numbering = record(
  {
    format: text('`{yyyy} {yy} {MM} {dd}`, one `{seq:4}`, and literal text. Gap-free per operator and shown period; past its width the number widens: 9999, 10000.'),
    at: list(text('An act.'), 'Acts that draw the number.'),
    into: text('Draws into this field instead of the number.'),
    rule: use('rule'),
  },
  ['format', 'at'],
  'The human number.',
);

const unique = record(
  { key: list(text('A field.'), 'Fields that together are unique.'), while: list(text('A state.'), 'While in these states.'), refuse: text('Code of the refusal.'), rule: use('rule') },
  ['key', 'refuse'],
  'No two matters with the same key.',
);

export const kind: Shape = record(
  {
    in: text('The service that hosts a new kind; `everywhere`: each.'),
    is: text('A variant of this core kind.'),
    record: flag('Master data: fields and acts, no steps, no owner.'),
    plural: text('Plural in paths, where it is irregular.'),
    governs: use('expression', 'Which matters this pack governs. Default true if an act here has `to`. A new matter that two packs govern is refused.'),
    policyAt: use('expression', 'A fact that picks the policy version: the new matter\'s (given, by default, derived) or a linked matter\'s, as `day` or `matter.request.signedAt`; absent: now.'),
    number: numbering,
    unique: list(unique, 'Keys.'),
    states: list(text('A state.', { pattern: '^[a-z][A-Za-z0-9]{0,39}$' }), 'States.', { uniqueItems: true }),
    fields: named(use('field'), 'Fields.'),
    acts: named(use('act'), 'Acts.'),
    steps: named(use('step'), 'Promises: who owes what by when.'),
    tables: named(use('table'), 'Decision tables.'),
    effects: list(use('effect'), 'What follows by itself.'),
    waits: { type: 'object', additionalProperties: text('A ref field.'), description: 'State → link: while in that state the head shows the link\'s owner and next step.' },
    final: list(text('A state.'), 'Never left.'),
    resting: list(text('A state.'), 'No fallback step; may be left.'),
    owner: list(record({ if: use('expression'), is: use('persons'), rule: use('rule') }, ['is'], 'An owner, when `if` holds.'), 'Who is responsible. Left out: who owes the next step.'),
    fallback: use('due', 'Due of the step that stands where nothing else is open. Default `value:fallback`.'),
    rule: use('rule'),
  },
  [],
  'Adds to a core kind, declares a variant of one (`is`), or a new kind (`in`).',
);

