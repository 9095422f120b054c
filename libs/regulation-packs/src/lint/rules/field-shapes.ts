import type { FieldDocument, FieldType } from '@huiyin/regulation-engine';
import { effectiveKinds } from '../effective-kind.ts';
import { typeOf } from '../expressions/field-types.ts';
import { asList, entries, finding, kindParts, type KindPart, type LintRule, type LintSubject } from '../lint-subject.ts';
import { unknownName } from '../unknown-name.ts';
import type { PackProblem } from '../../load/pack-problem.ts';

const optionsOf = ({ choice = [] }: FieldDocument): readonly string[] => choice.map((option) => (typeof option === 'string' ? option : option.is));

/** All that is said of a field, whoever says it. */
function declared(subject: LintSubject, kind: string, field: string): readonly FieldDocument[] {
  return effectiveKinds(subject, kind).flatMap(({ fields }) => (fields.get(field) ?? []).map(({ document }) => document));
}

const word = /^[A-Za-z_][A-Za-z0-9_-]*$/;
const quoted = /^'([^']*)'$|^"([^"]*)"$/;

/** The text that a literal stands for; undefined: no text, or an expression. */
function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const inner = quoted.exec(value);
  return inner === null ? (word.test(value) ? value : undefined) : (inner[1] ?? inner[2]);
}

const figures: ReadonlySet<FieldType> = new Set(['int', 'money', 'decimal', 'percent']);

function wrongDefault(type: FieldType, value: NonNullable<FieldDocument['default']>): string | undefined {
  const text = textOf(value);
  if (figures.has(type) && (typeof value === 'boolean' || text !== undefined)) return 'a number';
  if (type === 'bool' && (typeof value === 'number' || (text !== undefined && text !== 'true' && text !== 'false'))) return 'true or false';
  return undefined;
}

function fieldProblems(subject: LintSubject, part: KindPart, name: string, field: FieldDocument): readonly PackProblem[] {
  const at = `${part.path}.fields.${name}`;
  const all = declared(subject, part.kind, name);
  const type = typeOf(all.find((document) => document.type !== undefined || document.choice !== undefined || document.to !== undefined) ?? field);
  const options = all.flatMap(optionsOf);
  const own = optionsOf(field);
  const twice = own.find((option, index) => own.indexOf(option) !== index);
  const contradicts = (message: string): PackProblem => finding(part.pack, at, 'fieldContradictsItself', message);
  const value = field.default;
  const wrong = value === undefined ? undefined : wrongDefault(type, value);
  const text = textOf(value);
  return [
    ...(field.choice !== undefined && field.type !== undefined && field.type !== 'choice' ? [contradicts(`has options and is of type ${field.type}`)] : []),
    ...(field.to !== undefined && field.type !== undefined && field.type !== 'ref' && field.type !== 'list' ? [contradicts(`points to ${field.to} and is of type ${field.type}`)] : []),
    ...(field.type === 'choice' && options.length === 0 ? [contradicts('is a choice without options')] : []),
    ...(type === 'lines' && !all.some(({ key }) => key !== undefined) ? [contradicts('lines have a key, the field that tells them apart')] : []),
    ...(field.min !== undefined && field.max !== undefined && field.min > field.max ? [contradicts(`min ${field.min} is above max ${field.max}`)] : []),
    ...(twice === undefined ? [] : [contradicts(`gives the option ${twice} twice`)]),
    ...(wrong === undefined ? [] : [{ ...finding(part.pack, `${at}.default`, 'wrongLiteral', `must be ${wrong}, as ${name} is`), found: String(value) }]),
    ...(type === 'choice' && text !== undefined && options.length > 0 && !options.includes(text) ? [unknownName(part.pack, `${at}.default`, 'unknownOption', `${part.kind}.${name} is never ${text}`, text, options)] : []),
  ];
}

/** Words that are given to a choice are among its options: by tables, and by effects on the own matter or on what they open. */
function givenWords(subject: LintSubject, part: KindPart): readonly PackProblem[] {
  const check = (kind: string, field: string, value: unknown, at: string): readonly PackProblem[] => {
    const options = declared(subject, kind, field).flatMap(optionsOf);
    const text = textOf(value);
    return text === undefined || options.length === 0 || options.includes(text) ? [] : [unknownName(part.pack, at, 'unknownOption', `${kind}.${field} is never ${text}`, text, options)];
  };
  return [
    ...entries(part.document.tables).flatMap(([name, { sets, rows }]) => rows.flatMap((row, index) => [
      ...check(part.kind, sets, row.then, `${part.path}.tables.${name}.rows[${index}].then`),
      ...(row.unless ?? []).flatMap((exception, nth) => check(part.kind, sets, exception.then, `${part.path}.tables.${name}.rows[${index}].unless[${nth}].then`)),
    ])),
    ...(part.document.effects ?? []).flatMap((effect, index) => asList(effect.do).flatMap((action, nth) => {
      const kind = action.open ?? (action.on === undefined || action.on === 'self' || action.on === 'matter' ? part.kind : undefined);
      const at = `${part.path}.effects[${index}].do${Array.isArray(effect.do) ? `[${nth}]` : ''}.set`;
      return kind === undefined ? [] : entries(action.set).flatMap(([field, value]) => check(kind, field, value, `${at}.${field}`));
    })),
  ];
}

/** A field says nothing that contradicts itself, and whatever is given to a choice is one of its options. */
export const fieldShapes: LintRule = (subject) =>
  kindParts(subject)
    .filter(({ pack }) => subject.packs.includes(pack))
    .flatMap((part) => [...entries(part.document.fields).flatMap(([name, field]) => fieldProblems(subject, part, name, field)), ...givenWords(subject, part)]);
