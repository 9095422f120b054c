import { problemLine } from '../load/pack-problem.ts';
import { otherCases } from '../testing/written-cases.ts';
import { broken, writtenFolder } from '../testing/written-pack.ts';
import { lintPack } from './lint-pack.ts';

const lines = (text: string, more: Record<string, string> = {}) => lintPack(writtenFolder('x1', { 'pack.yaml': text, ...more })).map(problemLine);
const section = (yaml: string): string => broken('parties:', `${yaml}\nparties:`);
const field = (yaml: string): string => broken('      size: { choice', `      ${yaml}\n      size: { choice`);
const kind = (yaml: string): string => broken('    final: [closed]\n', `    final: [closed]\n    ${yaml}\n`);
const close = (yaml: string): string => broken('close: { from: [open], by: clerk', `close: { from: [open], ${yaml}, by: clerk`);
const effect = (yaml: string): string => broken('do: { tell: clerk }', `do: ${yaml}`);
const gate = (yaml: string): string => broken('that: matter.amount > 0', `that: "${yaml}"`);

/** What the author wrote, where he is sent, and what he is told. */
const mistakes: readonly (readonly [string, string, string])[] = [
  ['an act in required', broken('required: [write]', 'required: [wirte]'), '17:39 unknownAct kinds.slip.fields.amount.required[0]: slip has no act wirte; found wirte; did you mean write?; allowed: close, write'],
  ['a post in by', broken('from: [new], by: clerk', 'from: [new], by: clrek'), '20:33 unknownName kinds.slip.acts.write.by: nobody is called clrek; found clrek; did you mean clerk?'],
  ['a post in tell', effect('{ tell: clrek }'), '32:41 unknownName kinds.slip.effects[0].do.tell: nobody is called clrek; found clrek; did you mean clerk?'],
  ['a state in to', broken('to: closed', 'to: colsed'), '21:7 unknownState kinds.slip.acts.close: slip has no state colsed; found colsed; did you mean closed?'],
  ['a state in final', broken('final: [closed]', 'final: [closd]'), '15:5 unknownState kinds.slip.final: slip has no state closd; found closd; did you mean closed?'],
  ['an act in an event', broken('when: slip.write }', 'when: slip.wirte }'), '23:40 unknownEvent kinds.slip.steps.close.opens.when: slip has no act wirte; found slip.wirte; did you mean write?'],
  ['a kind in an event', broken('when: slip.write }', 'when: slpi.write }'), 'unknownEvent kinds.slip.steps.close.opens.when: no kind slpi; found slpi.write; did you mean slip?'],
  ['a fact in an expression', gate('matter.amuont > 0'), '21:80 unknownName kinds.slip.acts.close.require[0].that: matter has no amuont; found matter.amuont > 0; did you mean amount?; allowed: amount, did,'],
  ['a fact in has()', gate('has(matter.amuont)'), 'matter has no amuont; found has(matter.amuont); did you mean amount?'],
  ['a value', gate('holds(values.limti, values.limit)'), 'unknownName kinds.slip.acts.close.require[0].that: values has no limti'],
  ['a function', gate('hodls(matter.amount, values.limit)'), 'function hodls is not allowed; found hodls(matter.amount, values.limit); did you mean holds?'],
  ['a name with a hyphen in an expression', gate('matter.amount-paid > 0'), 'paid is no name here: a hyphen is subtraction'],
  ['a text where a number is compared', gate("matter.amount > 'x'"), 'expressionType kinds.slip.acts.close.require[0].that: int > text cannot be computed'],
  ['a function of another kind of value', gate('size(matter.amount) > 0'), 'size takes no int; found size(matter.amount) > 0; allowed: size(list or text): int'],
  ['an expression that ends too early', gate('matter.amount >'), 'expressionSyntax kinds.slip.acts.close.require[0].that: the expression ends too early'],
  ['a single =', gate('matter.amount = 0'), 'equal is =='],
  ['and instead of &&', gate('matter.amount > 0 and matter.amount < 1'), 'and, or, not are written &&, ||, !'],
  ['an option in an expression', gate("matter.size == 'smal'"), "unknownOption kinds.slip.acts.close.require[0].that: matter.size is never 'smal'; found matter.size == 'smal'; did you mean small?; allowed: large, small"],
  ['a state in an expression', gate("matter.state == 'opn'"), "matter.state is never 'opn'"],
  ['an option that a table gives', broken('then: small', 'then: smal'), '29:33 unknownOption kinds.slip.tables.sizeOf.rows[0].then: slip.size is never smal; found smal; did you mean small?'],
  ['an option that an effect gives', effect('{ open: slip, set: { size: smal } }'), "unknownOption kinds.slip.effects[0].do.set.size: slip.size is never smal"],
  ['a value in a due', broken('due: value:limit', 'due: value:limti'), '23:59 unknownName kinds.slip.steps.close.due: no value limti; found limti; did you mean limit?'],
  ['a value in a cell', broken('{ zero: true, then', '{ zero: value:limti, then'), '29:21 unknownName kinds.slip.tables.sizeOf.rows[0].zero: no value limti; found limti; did you mean limit?'],
  ['a value that is no due', broken('is: PT30M', 'is: 30M'), '23:59 notADue kinds.slip.steps.close.due: value limit says no due: a duration (PT30M, P3D, P5WD), a time of day, a day of a period; found 30M'],
  ['a day that does not exist', broken('limit: { is: PT30M', 'from: { is: 2026-02-30, rule: 1 }\n  limit: { is: PT30M'), '7:15 noSuchDate values.from.is: there is no such day; found 2026-02-30'],
  ['a service', broken('in: intake', 'in: intaek'), '12:9 unknownService kinds.slip.in: there is no service intaek; found intaek; did you mean intake?'],
  ['the id of the pack', broken('pack: x1', 'pack: x7'), '2:7 packIdDiffers pack: a pack is called like its folder, x1; found x7; allowed: x1'],
  ['a code of a refusal', broken('refuse: nothingWritten', 'refuse: nothingRitten'), 'textMissing kinds.slip.acts.close.require[0].refuse: texts has no nothingRitten; did you mean nothingWritten?'],
  ['what a sentence inserts', broken('{ zh-CN: 空, en: Nothing }', '{ zh-CN: "空{after.amuont}", en: "Nothing {after.amuont}" }'), '35:3 unknownName texts.nothingWritten: after has no amuont'],
  ['the field of a gate', broken('refuse: nothingWritten, rule', 'refuse: nothingWritten, field: amuont, rule'), 'unknownField kinds.slip.acts.close.require[0].field: slip has no field amuont; found amuont; did you mean amount?'],
  ['a field that an act sets', close("set: { amuont: '1' }"), "unknownField kinds.slip.acts.close.set.amuont: slip has no field amuont"],
  ['the lines of an act', close('line: parts'), 'unknownField kinds.slip.acts.close.line: slip has no field of lines parts'],
  ['a link of acts together', close('together: [order.take]'), 'unknownField kinds.slip.acts.close.together[0]: slip has no link order'],
  ['who permits', broken('close: { from: [open], by: clerk', 'close: { from: [open], permit: { by: clrek }, by: nobody'), 'unknownName kinds.slip.acts.close.permit.by: nobody is called clrek'],
  ['the act of an effect', effect('{ act: clsoe }'), '32:29 unknownAct kinds.slip.effects[0].do: slip has no act clsoe; found clsoe; did you mean close?'],
  ['the kind that an effect opens', effect('{ open: slpi }'), '32:29 unknownKind kinds.slip.effects[0].do[0]: no kind slpi to open; found slpi; did you mean slip?'],
  ['a field that an effect sets', effect('{ open: customer, set: { naem: "\'x\'" } }'), 'unknownField kinds.slip.effects[0].do.set.naem: customer has no field naem; found naem; did you mean name?'],
  ['the kind of a link', field('other: { type: ref, to: slpi, optional: [write], label: { zh-CN: 另, en: O }, rule: 1 }'), '18:7 unknownKind kinds.slip.fields.other: no kind slpi; found slpi; did you mean slip?'],
  ['a link that a head waits for', kind('waits: { open: ordr }'), 'unknownField kinds.slip.waits.open: slip has no link ordr'],
  ['a field of a key', kind('unique: [{ key: [amuont], while: [opn], refuse: nothingWritten, rule: 1 }]'), 'unknownField kinds.slip.unique[0].key: slip has no field amuont; found amuont; did you mean amount?'],
  ['the act that draws a number', kind('number: { format: "A{seq:4}", at: [wirte], rule: 1 }'), 'unknownAct kinds.slip.number.at: slip has no act wirte'],
  ['the format of a number', kind('number: { format: "A{yyy}{seq}", at: [write], rule: 1 }'), 'numberFormat kinds.slip.number.format: a number is made of its own text, the date and {seq}; found {yyy}; did you mean {yyyy}?'],
  ['a number without sequence', kind('number: { format: "A{yyyy}", at: [write], rule: 1 }'), 'numberFormat kinds.slip.number.format: a number without {seq} would be given twice'],
  ['a fact whose change is waited for', broken('{ when: slip.close, do', '{ changed: szie, do'), 'unknownField kinds.slip.effects[0].changed: slip has no field szie; found szie; did you mean size?'],
  ['a column of a view', section('views:\n  v: { of: slip, columns: [number, amuont, age], per: [szie], title: { zh-CN: 表, en: V }, rule: 1 }'), 'unknownName views.v.columns[1]: it has no amuont'],
  ['a group of a view', section('views:\n  v: { of: slip, columns: [number, age], per: [szie], title: { zh-CN: 表, en: V }, rule: 1 }'), 'unknownName views.v.per[0]: it has no szie'],
  ['a field of a paper', section('forms:\n  f: { of: slip, title: { zh-CN: 表, en: F }, fields: [number, amuont], rule: 1 }'), 'unknownField forms.f.fields[1]: slip has no field amuont'],
  ['the act that seals a paper', section('forms:\n  f: { of: slip, title: { zh-CN: 表, en: F }, sealedBy: clsoe, rule: 1 }'), 'unknownAct forms.f.sealedBy: slip has no act clsoe'],
  ['the kind of a paper', section('forms:\n  f: { of: slpi, title: { zh-CN: 表, en: F }, rule: 1 }'), 'unknownKind forms.f.of: no kind slpi; found slpi; did you mean slip?'],
  ['the kind that a cycle opens', section('cycles:\n  c: { every: day, for: clerk, open: slpi, due: end, rule: 1 }'), 'unknownKind cycles.c.open: no kind slpi'],
  ['a field that a cycle sets', section('cycles:\n  c: { every: day, for: clerk, open: slip, set: { amuont: 1 }, due: end, met: { when: slip.clsoe }, rule: 1 }'), 'unknownField cycles.c.set.amuont: slip has no field amuont'],
  ['what meets a cycle', section('cycles:\n  c: { every: day, for: clerk, open: slip, due: end, met: { when: slip.clsoe }, rule: 1 }'), 'unknownEvent cycles.c.met.when: slip has no act clsoe'],
  ['a query of an indicator', section('indicators:\n  i: { is: "ratio(a, b)", rule: 1 }'), 'unknownName indicators.i.is: no query a'],
  ['a choice of another type', broken('size: { choice', 'size: { type: int, choice'), '18:7 fieldContradictsItself kinds.slip.fields.size: has options and is of type int'],
  ['an option given twice', broken('choice: [small, large]', 'choice: [small, large, large]'), 'fieldContradictsItself kinds.slip.fields.size: gives the option large twice'],
  ['bounds the wrong way round', broken('min: 0', 'min: 9, max: 3'), 'fieldContradictsItself kinds.slip.fields.amount: min 9 is above max 3'],
  ['a default of another type', broken('{ type: int, required', '{ type: int, default: many, required'), '17:37 wrongLiteral kinds.slip.fields.amount.default: must be a number, as amount is; found many'],
  ['a gate that gives no truth', gate('matter.amount'), 'expressionType kinds.slip.acts.close.require[0].that: gives int, not true or false'],
];

describe('what an author of a pack is told', () => {
  it.each(mistakes)('misspelling %s', (_, text, told) => {
    const found = lines(text);
    expect(found.filter((line) => line.includes(told))).toHaveLength(1);
    expect(found.every((line) => /^x1\/pack\.yaml:\d+:\d+ /.test(line))).toBe(true);
  });

  it('of one mistake once: the engine says nothing that lint has said', () => {
    expect(lines(broken('owner: [{ is: clerk', 'owner: [{ is: clrek'))).toHaveLength(1);
    expect(lines(gate('matter.amount >'))).toHaveLength(1);
    expect(lines(broken('due: value:limit', 'due: value:limti'))).toHaveLength(1);
  });

  it.each([
    ['a value', broken('values:\n', 'values:\n  spare: { is: 3, rule: 1 }\n').replace('texts:\n', 'texts:\n  value.spare: { zh-CN: 备, en: S }\n'), 'unused values.spare: nothing reads spare'],
    ['a post', broken('parties:\n', 'parties:\n  spare: { is: guard, rule: 1 }\n').replace('texts:\n', 'texts:\n  party.spare: { zh-CN: 备, en: S }\n'), 'unused parties.spare: nothing reads spare'],
    ['a query', section('queries:\n  spare: { of: slip, take: count, rule: 1 }'), 'unused queries.spare: nothing reads spare'],
    ['a field that nothing fills', field('memo: { type: text, label: { zh-CN: 备, en: M }, rule: 1 }'), 'unused kinds.slip.fields.memo: nothing ever fills slip.memo'],
    ['a state that no act leads to', broken('[open, closed]', '[open, closed, lost]').replace('texts:\n', 'texts:\n  state.slip.lost: { zh-CN: 失, en: L }\n'), 'unused kinds.slip.states[2]: no act leads to the state lost'],
    ['a link to a kind that a service is yet to host', field('other: { type: ref, to: complaint, optional: [write], label: { zh-CN: 另, en: O }, rule: 1 }'), 'unknownKind kinds.slip.fields.other: complaint is a kind of complaints, which nobody hosts yet'],
  ])('is warned of %s', (_, text, told) => {
    expect(lines(text)).toEqual([expect.stringMatching(/^x1\/pack\.yaml:\d+:\d+ warning /)]);
    expect(lines(text)[0]).toContain(told);
  });

  it.each([
    ['hours', "{ zone: Asia/Shanghai, hours: '25:00-26:00' }", 'calendarWrong stages.desk.calendar.hours: calendar hours: intervals HH:MM-HH:MM'],
    ['a zone', "{ zone: Asia/Shanghia, hours: '09:00-17:00' }", 'calendarWrong stages.desk.calendar.zone: calendar zone: an IANA time zone such as Asia/Shanghai; found "Asia/Shanghia"'],
    ['a day', "{ zone: Asia/Shanghai, hours: '09:00-17:00', days: { 2026-02-30: 'off' } }", 'calendarWrong stages.desk.calendar.days.2026-02-30: calendar days.2026-02-30: a date that exists'],
    ['a country', "{ zone: Asia/Shanghai, hours: '09:00-17:00', country: ZZ }", 'calendarWrong stages.desk.calendar.country: calendar country: a country whose notices are kept'],
  ])('of the calendar of a stage that gives no %s', (_, calendar, told) => {
    const found = lines(broken('language: 1', 'language: 1'), { 'cases.yaml': otherCases('  desk:\n', `  desk:\n    calendar: ${calendar}\n`) });
    expect(found).toEqual([expect.stringContaining(told)]);
    expect(found[0]).toMatch(/^x1\/cases\.yaml:3:\d+ /);
  });

  it.each([
    ['a fact', 'facts: { size: large }', 'facts: { siez: null }', 'then.facts.siez: slip has no field siez'],
    ['a step', 'steps: { close: { verdict: met, margin: PT0S } }', 'steps: { clsoe: null }', 'then.steps.clsoe: slip has no step clsoe'],
  ])('of %s that an example expects to be absent, and that the kind has not', (_, passage, by, told) => {
    expect(lines(broken('language: 1', 'language: 1'), { 'cases.yaml': otherCases(passage, by) }).join()).toContain(told);
  });
});
