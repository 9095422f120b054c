import { flag, list, number, oneOrMany, record, text, use, words, type Shape } from '../shapes.ts';

export const due: Shape = {
  description: 'When it is due: `PT30M`, `P3D`, `P5WD at 17:30`, `P4WH`, `17:30`, `end of day`, `day 25 of month`, `Friday before 10:00`, a date, CEL, `value:name`.',
  anyOf: [
    text('A due text.'),
    record({ earliest: list(use('due'), 'Absent members, and dates and appointments that are past, are left out; where nothing is ahead, the latest stands.') }, ['earliest'], 'The earliest of these.'),
    record({ before: record({ of: use('expression'), by: text('A duration, or `value:x`.') }, ['of', 'by'], 'When the day begins that lies `by` before `of`; a time of day or a duration by the clock is counted to the minute.') }, ['before'], 'Before something.'),
    record({ is: use('due'), unless: list(use('exception'), 'Exceptions, each cited.'), roll: words(['none', 'forward', 'back'], 'Where a due day moves if it is off.') }, ['is'], 'With exceptions, or rolled.'),
  ],
};

export const trigger: Shape = record(
  {
    when: use('when'),
    if: use('expression', 'Only if this holds.'),
    becomes: use('expression', 'Opens when this becomes true, drops when it becomes false.'),
    since: use('expression', 'Instant the clock starts at, instead of the event\'s.'),
  },
  [],
  'An event, or a condition that becomes true.',
  { anyOf: [{ required: ['when'] }, { required: ['becomes'] }] },
);

const doneItem: Shape = { anyOf: [text('An event.'), use('trigger')] };

export const step: Shape = record(
  {
    opens: use('trigger'),
    who: use('persons', 'Who owes it. Default: the `by` of its act.'),
    act: text('The act it asks for. Default: the step\'s name. `callback.reach` names an act of a linked kind.'),
    done: oneOrMany(doneItem, 'What ends it. Default: the act\'s event.'),
    due: use('due'),
    warn: use('due', 'When it is announced: counted from where its window begins (of a member of a series that member\'s), or `before: { of: due, by }` its own due.'),
    whole: flag('A limit on the whole matter: owed by whoever has the next step, never itself the next.'),
    series: list(record({ due: use('due'), rule: use('rule') }, ['due'], 'A member.'), 'Members open together; each window begins when the former ends.'),
    pausedWhile: use('expression', 'The clock stands still while this holds.'),
    excuse: words(['outage', 'leave'], 'A later accepted excuse revises the verdict.'),
    reopens: oneOrMany(text('An event.'), 'Starts a new run with its own verdict; an event that opens it too does so on the same condition.'),
    restarts: oneOrMany(text('An event.'), 'Counts the same run anew from this event, its warning too; on a line that line\'s alone.'),
    drops: oneOrMany(text('An event.'), 'Ends it without verdict.'),
    extend: record(
      { by: use('persons'), most: text('At most this long.'), before: words(['due'], 'Only before it is due.'), times: number('At most so often; default once.'), require: { description: 'What must hold.', anyOf: [use('expression'), { type: 'array', minItems: 1, items: use('gate') }] }, rule: use('rule') },
      ['by'],
      'Who may extend it by the act `extend<Step>`, and how far.',
    ),
    each: text('One run per line of this field.'),
    verdict: words(['none'], 'Nobody\'s and never the next: silence that earns raises `reached`.'),
    missed: words(['quiet'], 'Missing it tells nobody.'),
    mode: words(['enforce', 'watch'], '`watch`: records what would have opened, changes nothing.'),
    rule: use('rule'),
  },
  ['opens', 'rule'],
  'A promise: who owes what by when.',
);

export const cycle: Shape = record(
  {
    every: words(['businessDate', 'day', 'week', 'halfMonth', 'month', 'quarter', 'halfYear', 'year'], 'The period.'),
    n: { description: 'How many per period: a number or `value:x`. Default one.', anyOf: [{ type: 'number', minimum: 1 }, { type: 'string', pattern: '^value:' }] },
    for: use('persons', 'Posts, CEL giving persons, or a query (`query:name`): one matter per subject and period. Each holder owes his own; with `pick` (here, or of the one post named) the post owes one, whoever holds it.'),
    who: use('persons', 'Who owes it, over the opened matter. Default: the subject where it is a person, the post that picks one, else the `by` of the act that meets it.'),
    open: text('The kind it opens.'),
    set: { type: 'object', additionalProperties: { anyOf: [use('expression'), { type: ['number', 'boolean', 'null'] }] }, description: 'Input of the opening act besides, over `it` (the subject) and `values`.' },
    opens: words(['start', 'end'], 'At the start or end of the period.'),
    due: use('due'),
    roll: words(['none', 'forward', 'back'], 'Where the due day moves if it is off.'),
    lapses: flag('Not done by the due: missed and closed.'),
    joins: use('expression', 'From when a subject takes part, an instant or date; or whether it does in a period, with `now` its start: `isWorkingDay(businessDate(now))`.'),
    met: record({ when: use('when'), if: use('expression'), subject: use('expression') }, ['when'], 'What meets it.'),
    rule: use('rule'),
  },
  ['every', 'for', 'open', 'due', 'rule'],
  'What is owed per period.',
);
