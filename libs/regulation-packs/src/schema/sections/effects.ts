import { flag, list, oneOrMany, record, text, use, words, type Shape } from '../shapes.ts';

const post = record(
  {
    ledger: words(['points', 'money', 'stock', 'evidence'], 'The ledger.'),
    to: use('expression', 'Account or person that receives.'),
    from: use('expression', 'Account or person that gives.'),
    account: use('expression', 'Account within the ledger.'),
    amount: use('expression', 'Fen, points or pieces.'),
    on: use('expression', 'Date or period it counts for.'),
    evidence: use('expression', 'What proves it.'),
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
    text: text('Code of the sentence in `texts`.'),
    open: text('Opens a matter of this kind.'),
    as: text('Ref field that keeps its id.'),
    owner: use('persons', 'Owner of what is opened.'),
    act: text('Performs this act, as the system.'),
    on: use('expression', '`self` (default), a ref field, or CEL giving an id.'),
    refused: use('effectAction', 'What follows if the act is refused. Default: a task for the owner.'),
    set: { type: 'object', additionalProperties: { anyOf: [use('expression'), { type: ['number', 'boolean', 'null'] }] }, description: 'Input of what is opened or done.' },
    post,
    hold: record({ of: use('expression'), release: use('persons') }, ['of', 'release'], 'Stops something until these release it.'),
    publish: text('Publishes under this name.'),
    rule: use('rule'),
  },
  [],
  'One consequence.',
  { anyOf: ['tell', 'open', 'act', 'post', 'hold', 'publish', 'set'].map((verb) => ({ required: [verb] })) },
);

export const effect: Shape = record(
  {
    when: use('when'),
    changed: text('A fact whose change triggers it.'),
    threshold: record({ query: text('A query.'), reaches: text('`value:x`.') }, ['query', 'reaches'], 'A count that is reached.'),
    if: use('expression', 'Only if this holds.'),
    each: use('expression', 'Once per entry of this list.'),
    do: oneOrMany(use('effectAction'), 'What follows.'),
    rule: use('rule'),
  },
  ['do'],
  'What follows by itself.',
  { anyOf: ['when', 'changed', 'threshold'].map((cause) => ({ required: [cause] })) },
);
