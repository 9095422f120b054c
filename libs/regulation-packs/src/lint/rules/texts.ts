import type { FieldDocument } from '@huiyin/regulation-engine';
import { nearestWord } from '../../wording/nearest-word.ts';
import { asList, all, entries, finding, isCore, kindParts, type KindPart, type LintRule, type LintSubject } from '../lint-subject.ts';
import type { PackProblem } from '../../load/pack-problem.ts';

const placeholders = (text: string): readonly string[] => [...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '').sort();

/** A text that is not there; one that is misspelt is named. */
function missing(pack: KindPart['pack'], at: string, key: string, known: Iterable<string>): PackProblem {
  const meant = nearestWord(key, [...known].filter((word) => word.split('.').length === key.split('.').length));
  return { ...finding(pack, at, 'textMissing', `texts has no ${key}`), ...(meant !== undefined && { meant }) };
}

function textsOf(subject: LintSubject): ReadonlySet<string> {
  return new Set(all(subject).flatMap((pack) => Object.keys(pack.document.texts ?? {})));
}

/** Fields of a line, those declared by their type alone too. */
function columns(field: FieldDocument): readonly (readonly [string, FieldDocument])[] {
  return typeof field.of === 'object' ? entries(field.of).map(([name, column]) => [name, typeof column === 'string' ? { type: column } : column] as const) : [];
}

function kindTexts(part: KindPart, known: ReadonlySet<string>): readonly PackProblem[] {
  const { kind, document, pack, path } = part;
  const need = (key: string, at: string): readonly PackProblem[] => (known.has(key) ? [] : [missing(pack, at, key, known)]);
  return [
    ...need(`kind.${kind}`, path),
    ...(document.states ?? []).flatMap((state, index) => need(`state.${kind}.${state}`, `${path}.states[${index}]`)),
    ...entries(document.fields).flatMap(([name, field]) => (field.label === undefined ? need(`field.${kind}.${name}`, `${path}.fields.${name}`) : [])),
    ...entries(document.fields).flatMap(([name, field]) => [[name, field] as const, ...columns(field)].flatMap(([choice, { choice: options = [] }]) => options.flatMap((option) => need(`choice.${kind}.${choice}.${typeof option === 'string' ? option : option.is}`, `${path}.fields.${name}`)))),
    ...entries(document.fields).flatMap(([name, field]) => columns(field).flatMap(([column, { label }]) => (label === undefined ? need(`field.${kind}.${name}.${column}`, `${path}.fields.${name}.of.${column}`) : []))),
    ...entries(document.acts).flatMap(([name]) => need(`act.${kind}.${name}`, `${path}.acts.${name}`)),
    ...entries(document.steps).flatMap(([name]) => need(`step.${kind}.${name}`, `${path}.steps.${name}`)),
    ...entries(document.acts).flatMap(([name, act]) => (act.require ?? []).flatMap((gate, index) => need(gate.refuse, `${path}.acts.${name}.require[${index}].refuse`))),
    ...(document.unique ?? []).flatMap((unique, index) => need(unique.refuse, `${path}.unique[${index}].refuse`)),
    ...(document.effects ?? []).flatMap((effect, index) => asList(effect.do).flatMap((action) => (action.text === undefined ? [] : need(action.text, `${path}.effects[${index}]`)))),
  ];
}

/** Whatever a reader meets has a text, and each language says it with the same insertions. */
export const texts: LintRule = (subject) => {
  const known = textsOf(subject);
  return [
    ...kindParts(subject).flatMap((part) => kindTexts(part, known)),
    ...all(subject).flatMap((pack) => [
      ...entries(pack.document.values).filter(([name]) => !known.has(`value.${name}`)).map(([name]) => finding(pack, `values.${name}`, 'textMissing', `texts has no value.${name}`)),
      ...entries(pack.document.parties).filter(([name]) => !known.has(`party.${name}`)).map(([name]) => finding(pack, `parties.${name}`, 'textMissing', `texts has no party.${name}`)),
      ...entries(pack.document.forms).filter(([, form]) => form.title === undefined && !isCore(pack.document)).map(([name]) => finding(pack, `forms.${name}`, 'textMissing', 'a form has a title')),
      ...entries(pack.document.views).filter(([, view]) => view.title === undefined).map(([name]) => finding(pack, `views.${name}`, 'textMissing', 'a view has a title')),
      ...entries(pack.document.texts)
        .filter(([, text]) => placeholders(text['zh-CN']).join() !== placeholders(text.en).join())
        .map(([key]) => finding(pack, `texts.${key}`, 'textsDiffer', 'the languages insert different facts')),
    ]),
  ];
};
