import { basics } from './sections/basics.ts';
import { caseAct, example, expectation, retention, stage } from './sections/cases.ts';
import { effect, effectAction, threshold } from './sections/effects.ts';
import { field, form } from './sections/fields.ts';
import { act, gate, kind, together } from './sections/kinds.ts';
import { cycle, due, step, trigger } from './sections/steps.ts';
import { band, distribution, indicator, principle, query, table, view } from './sections/tables-and-views.ts';
import { cite, party, value } from './sections/values-and-parties.ts';
import { list, named, record, text, use, words, type Shape } from './shapes.ts';

const sections: Readonly<Record<string, Shape>> = {
  language: { const: 1, description: 'Version of the pack language.' },
  pack: text('Id of the pack: `s2.4`.', { pattern: '^[a-z][a-z0-9.-]{0,39}$' }),
  title: use('localisedText'),
  source: record(
    { file: text('File name.'), part: text('The article: the words it begins with; it ends where the next heading of this form stands.'), until: text('The words that follow the article, where that is no heading of the form of `part`.'), sha256: text('Of the file.', { pattern: '^[0-9a-f]{64}$' }), checked: text('Day the words were last looked up.', { format: 'date' }) },
    ['file', 'sha256', 'checked'],
    'The text the pack stands on.',
  ),
  variantOf: text('The pack this one varies.'),
  mode: words(['enforce', 'watch'], '`watch`: records what would have been refused, changes nothing.'),
  cites: { type: 'object', additionalProperties: use('cite'), description: 'Rule → clause and words.' },
  texts: { type: 'object', additionalProperties: use('localisedText'), description: 'Labels and refusal sentences by key: refusal codes, `field.<kind>.<field>`, `act.<kind>.<act>`, `state.<kind>.<state>`, `step.<kind>.<step>`, `choice.<kind>.<field>.<option>`, `party.<name>`, `value.<name>`.' },
  values: named(use('value'), 'Figures of the text, and its words without one.'),
  parties: named(use('party'), 'Posts of the text.'),
  kinds: named(use('kind'), 'Kinds.'),
  forms: named(use('form'), 'Papers, checklists, questionnaires.'),
  queries: named(use('query'), 'Look-ups and counts.'),
  views: named(use('view'), 'Registers and lists.'),
  indicators: named(use('indicator'), 'Indicators.'),
  cycles: named(use('cycle'), 'What is owed per period.'),
  distributions: named(use('distribution'), 'Who gets what.'),
  retention: list(use('retention'), 'How long things are kept.'),
  notes: list(record({ rule: use('rule'), note: use('localisedText') }, ['rule', 'note'], 'A note.'), 'Sentences that are training only.'),
  notBuilt: list(record({ rule: use('rule'), why: text('Why.') }, ['rule', 'why'], 'A clause not built.'), 'Clauses that are not built, and why.'),
  stages: named(use('stage'), 'Where worked examples begin: people and what has happened.'),
  cases: list(use('example'), 'Worked examples.'),
};

/**
 * The JSON Schema (2020-12) of a pack: of one file of its folder, where only `language`, `pack` and `title` stand in one of them.
 * `whole`: of the merged document, which must have these three.
 */
export function packSchema(options: { readonly whole: boolean } = { whole: true }): Shape {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: options.whole ? 'urn:huiyin:schema:pack:1' : 'urn:huiyin:schema:pack-file:1',
    title: 'Regulation pack',
    type: 'object',
    properties: sections,
    required: options.whole ? ['language', 'pack', 'title'] : [],
    additionalProperties: false,
    $defs: {
      ...basics, cite, value, party, field, form, gate, act, together, kind, due, trigger, step, cycle, effectAction, threshold, effect,
      table, query, view, indicator, band, distribution, principle, caseAct, stage, expectation, example, retention,
    },
  };
}
