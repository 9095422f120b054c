import { compilePolicy } from '@huiyin/regulation-engine';
import { parseDue } from '@huiyin/deadline-rules';
import { runCases, unplayableStages } from '../cases/run-cases.ts';
import { composePolicy } from '../compose/compose-policy.ts';
import { lintPolicy } from '../lint/lint-policy.ts';
import { loadCore } from '../load/load-pack.ts';
import { listCores } from '../load/pack-directory.ts';
import { problemLine } from '../load/pack-problem.ts';
import { packSchema } from '../schema/pack-schema.ts';
import type { Shape } from '../schema/shapes.ts';
import { referenceDocuments, referencePacks } from '../testing/reference-packs.ts';
import { wordsOf } from './words.ts';

const schema = packSchema();
const documents = referenceDocuments().map(({ document }) => document);
const used = new Set(documents.flatMap((document) => [...wordsOf(schema, document)]));
const packs = referencePacks();
const cores = listCores().map(loadCore);
const coreDocuments = cores.map(({ document }) => document);

/** Types of a line's columns and of a list's entries are those of fields. */
const told = (word: string): boolean => !word.startsWith('field.of=');
/** Texts stand in the examples only where they are explained; nothing proves the words of a source that is none. */
const besideThePoint = new Set(['textMissing', 'sourceNotIndexed']);

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) yield* textsIn(item);
}

function* membersNamed(value: unknown, name: string): Generator<unknown> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    if (key === name) yield item;
    yield* membersNamed(item, name);
  }
}

const kindOfDue = (text: string): string | undefined => {
  try {
    return parseDue(text).kind;
  } catch {
    return undefined;
  }
};

describe('the examples of the reference', () => {
  it('show every word of the language and every option of every choice, where it stands', () => {
    expect([...wordsOf(schema)].filter((word) => told(word) && !used.has(word))).toEqual([]);
  });

  it('show every form of a due', () => {
    const dues = documents.flatMap((document) => [...membersNamed(document, 'due'), ...membersNamed(document, 'values')]).flatMap((due) => [...textsIn(due)]);
    const forms = new Set(dues.map((text) => kindOfDue(text) ?? (text.startsWith('value:') ? 'value' : /^matter\.|^line\./.test(text) ? 'expression' : 'other')));
    for (const form of ['elapsed', 'days', 'workingDays', 'workingTime', 'timeOfDay', 'endOf', 'dayOfMonth', 'workingDayOf', 'weekday', 'date', 'instant', 'value', 'expression']) expect([form, forms.has(form)]).toEqual([form, true]);
  });

  it('show every event of a step and of an act, and every act that each kind has', () => {
    const events = new Set(documents.flatMap((document) => [...membersNamed(document, 'when')]).flatMap((when) => [...textsIn(when)]).map((event) => event.split('.').at(-1)));
    for (const event of ['opened', 'warned', 'missed', 'met', 'extended', 'dropped', 'reached', 'excused', 'extra', 'refused', 'signed', 'wouldRefuse']) expect([event, events.has(event)]).toEqual([event, true]);
    const acts = new Set(packs.flatMap(({ document }) => Object.values(document.kinds ?? {}).flatMap((kind) => Object.keys(kind.acts ?? {}))));
    for (const act of ['read', 'list', 'print', 'export', 'forward']) expect([act, acts.has(act)]).toEqual([act, true]);
  });

  it('are together packs that compile: no problem and no warning', () => {
    const policy = compilePolicy(composePolicy({ cores: coreDocuments, packs: packs.map(({ document }) => document), calendar: { zone: 'Asia/Shanghai', hours: '08:30-12:00,13:30-17:30', country: 'CN' } }), { hash: 'reference' });
    expect(policy.problems).toEqual([]);
    expect(policy.kinds.get('booking')?.plain.acts.has('extendStay')).toBe(true);
  });

  it('are as lint would have them, expressions, events and tables too', () => {
    const found = lintPolicy({ cores, packs }).filter(({ code, file }) => file.startsWith('x9') && !besideThePoint.has(code));
    expect(found.map(problemLine)).toEqual([]);
  });

  it('hold: the worked examples among them are played', () => {
    const [pack] = packs;
    expect(unplayableStages(pack!.document, coreDocuments)).toEqual([]);
    expect(runCases(pack!.document, coreDocuments).map(({ case: { name }, failures }) => [name, failures])).toEqual([]);
  });
});

describe('the count of words', () => {
  const tiny: Shape = {
    type: 'object', properties: { a: { $ref: '#/$defs/part' }, many: { type: 'array', items: { $ref: '#/$defs/part' } }, named: { type: 'object', additionalProperties: { $ref: '#/$defs/part' } } },
    $defs: { part: { anyOf: [{ type: 'string' }, { type: 'object', properties: { way: { enum: ['up', 'down'] }, inner: { type: 'object', properties: { deep: {} } }, again: { $ref: '#/$defs/part' } } }] } },
  };

  it('knows members of shapes, of what stands within them, and options', () => {
    expect([...wordsOf(tiny)]).toEqual(['a', 'part.way', 'part.way=up', 'part.way=down', 'part.inner', 'part.inner.deep', 'part.again', 'many', 'named']);
  });

  it.each<[string, unknown, readonly string[]]>([
    ['nothing is used', {}, ['a', 'many', 'named', 'part.way', 'part.way=up', 'part.way=down', 'part.inner', 'part.inner.deep', 'part.again']],
    ['a word stands elsewhere', { a: 'x', many: [{ way: 'up' }], named: { deep: { inner: {} } } }, ['part.way=down', 'part.inner.deep', 'part.again']],
    ['all are used', { a: { way: 'up', again: { way: 'down' } }, many: [{ inner: { deep: 1 } }], named: {} }, []],
  ])('finds what is missing where %s', (_, document, expected) => {
    const shown = wordsOf(tiny, document);
    expect([...wordsOf(tiny)].filter((word) => !shown.has(word)).sort()).toEqual([...expected].sort());
  });
});
