import { flag, list, oneOrMany, record, text, use, words, type Shape } from '../shapes.ts';

const post = record(
  {
    ledger: words(['points', 'money', 'stock', 'evidence'], 'The ledger.'),
    to: use('expression', 'Account or person that receives.'),
    from: use('expression', 'Account or person that gives.'),
    account: use('expression', 'Account within the ledger.'),
    amount: use('expression', 'Fen, points or pieces.'),
    split: list(
      record({ to: use('expression'), account: use('expression'), share: use('expression', 'Share, rounded half up.'), amount: use('expression', 'A fixed amount.'), rest: flag('Whatever is left.') }, ['to'], 'A part.'),
      'Parts of the amount; they add up.',
    ),
    on: use('expression', 'Date or period it counts for.'),
    date: use('expression', 'As `on`.'),
    evidence: use('expression', 'What proves it.'),
    rule: use('rule'),
  },
  ['ledger', 'amount'],
  'An entry: never changed, reversed by another.',
);

export const effectAction: Shape = record(
  {
    tell: use('persons', 'Whom to tell.'),
    once: flag('Once per matter and item.'),
    instead: flag('With a step\'s `missed`: replaces the default telling.'),
    channels: list(text('A channel.'), 'Allowed channels.'),
    proof: flag('The channel must prove that it was told.'),
    text: text('Code of the sentence in `texts`.'),
    open: text('Opens a matter of this kind.'),
    as: text('Ref field that keeps its id.'),
    owner: use('persons', 'Owner of what is opened.'),
    options: { type: 'object', additionalProperties: { anyOf: [oneOrMany(use('effectAction'), 'What the choice does.'), { type: 'null' }] }, description: '`open: decision`: what may be chosen, and what each choice does in the matter that asked; null: nothing.' },
    act: text('Performs this act, as the system.'),
    on: use('expression', '`self` (default), a ref field, or CEL giving an id.'),
    refused: use('effectAction', 'What follows if the act is refused. Default: a task for the owner.'),
    set: { type: 'object', additionalProperties: { anyOf: [use('expression'), { type: ['number', 'boolean', 'null'] }] }, description: 'Input of what is opened or done.' },
    post,
    hold: record({ of: use('expression'), release: use('persons') }, ['of', 'release'], 'Stops something until these release it.'),
    publish: text('Publishes under this name.'),
    ruleOf: text('A derived fact: what follows cites the row that set it, `rule` where no row did.'),
    rule: use('rule'),
  },
  [],
  'One consequence.',
  { anyOf: ['tell', 'open', 'act', 'post', 'hold', 'publish', 'set'].map((verb) => ({ required: [verb] })) },
);

export const threshold: Shape = record(
  { query: text('A query.'), reaches: text('`value:x`; its word says whether the figure itself is enough.'), every: flag('Again at each count above; left out: once per key and window.') },
  ['query', 'reaches'],
  'A count that is reached.',
);

export const effect: Shape = record(
  {
    when: { description: 'One event or several, or a threshold.', anyOf: [use('when'), use('threshold')] },
    changed: text('A fact whose change triggers it; `kind.fact` of a kind that a ref links, either way.'),
    threshold: use('threshold'),
    mode: words(['enforce', 'watch'], '`watch`: records what would have followed, changes nothing.'),
    if: use('expression', 'Only if this holds.'),
    each: use('expression', 'Once per entry of this list, told apart by the `key` of the lines, the `id` of a row, the value itself, else its place; two entries with one key refuse.'),
    do: oneOrMany(use('effectAction'), 'What follows.'),
    rule: use('rule'),
  },
  ['do'],
  'What follows by itself.',
  { anyOf: ['when', 'changed', 'threshold'].map((cause) => ({ required: [cause] })) },
);
