import { flag, list, number, oneOrMany, record, text, use, words, type Shape } from '../shapes.ts';

export const cite: Shape = record(
  { clause: text('Number of the clause in the source.'), words: text('Words that stand in that clause; lint looks them up.') },
  ['clause'],
  'Where a rule stands in the source.',
);

export const value: Shape = record(
  {
    is: { description: 'The figure, as a field of its type would hold it: a duration `PT30M`, `P1WD at 17:30`, a number, a percentage `35%`, an amount in fen, a time of day.', anyOf: [use('literal'), { type: 'array', items: use('literal') }] },
    word: text('The source\'s word (以内, 超过 …); it fixes the comparison of `holds()`.'),
    reads: text('Reads the word otherwise; needs `why`.'),
    why: text('Why it is read otherwise.'),
    open: flag('The text gives a word and no figure: the operator\'s setting.'),
    below: text('`value:x`: this value must stay below that one.'),
    above: text('`value:x`: this value must stay above that one.'),
    roll: words(['none', 'forward', 'back'], 'Where a due day moves if it is off. Default none.'),
    firstDay: words(['excluded', 'included'], 'Whether the day of the start counts. Default excluded.'),
    monthEnd: words(['clamp'], 'A month without the day ends on its last.'),
    hour: text('Time of day for what is counted in days.'),
    unless: list(use('exception'), 'Exceptions, each cited.'),
    rule: use('rule'),
  },
  ['is', 'rule'],
  'A figure of the text, or a word without one. Literals in expressions are 0 and 1 only.',
  { dependentRequired: { reads: ['why'] } },
);

export const party: Shape = record(
  {
    is: oneOrMany(text('A platform role in camel case, or `anyone`.'), 'The roles that fill the post.'),
    place: use('expression', 'Only at this place: a text, or a path such as `matter.city`.'),
    rank: number('At least this rank.'),
    qualified: text('Only with this qualification.'),
    pick: words(['first', 'onDuty', 'leastLoaded'], 'Which of several. Default: the first present.'),
    rule: use('rule'),
  },
  [],
  'A post of the text, and who fills it on this platform.',
);
