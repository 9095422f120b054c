import { isServiceName, SERVICE_NAMES } from '@huiyin/regulation-engine';
import type { ActDocument, EffectActionDocument, FieldDocument } from '@huiyin/regulation-engine';
import type { PackProblem } from '../../load/pack-problem.ts';
import { asList, entries, finding, kindParts, type KindPart, type LintRule, type LintSubject } from '../lint-subject.ts';
import { namesWithin, type NamesWithin } from '../names-within.ts';
import { unknownName } from '../unknown-name.ts';
import { special } from './special-acts.ts';

const numberTokens = ['{yyyy}', '{yy}', '{MM}', '{dd}', '{seq}', '{seq:4}'];

/** Looks names of one part of a kind up. */
class Names {
  readonly #subject: LintSubject;
  readonly #part: KindPart;
  readonly #own: NamesWithin;

  constructor(subject: LintSubject, part: KindPart, own: NamesWithin) {
    this.#subject = subject;
    this.#part = part;
    this.#own = own;
  }

  #among(path: string, code: string, what: string, names: readonly string[], known: ReadonlySet<string> | ReadonlyMap<string, unknown>, kind = this.#part.kind): readonly PackProblem[] {
    return names.filter((name) => !known.has(name)).map((name) => unknownName(this.#part.pack, `${this.#part.path}${path}`, code, `${kind} has no ${what} ${name}`, name, known.keys()));
  }

  acts(path: string, names: readonly string[] = []): readonly PackProblem[] {
    return this.#among(path, 'unknownAct', 'act', names.filter((name) => !special.test(name)), this.#own.acts);
  }

  states(path: string, names: readonly string[] = [], known: ReadonlySet<string> = this.#own.states): readonly PackProblem[] {
    return this.#among(path, 'unknownState', 'state', names, known);
  }

  fields(path: string, names: readonly string[] = []): readonly PackProblem[] {
    return this.#among(path, 'unknownField', 'field', names, this.#own.fields);
  }

  lines(path: string, names: readonly string[] = []): readonly PackProblem[] {
    return this.#among(path, 'unknownField', 'field of lines', names, this.#own.lines);
  }

  links(path: string, names: readonly string[] = []): readonly PackProblem[] {
    return this.#among(path, 'unknownField', 'link', names, this.#own.links);
  }

  field(path: string, name: string, document: FieldDocument): readonly PackProblem[] {
    const columns = typeof document.of === 'object' ? entries(document.of) : [];
    return [
      ...(['required', 'optional'] as const).flatMap((word) => (document[word] ?? []).flatMap((act, index) => this.acts(`${path}.${word}[${index}]`, [act]))),
      ...columns.flatMap(([column, inner]) => (typeof inner === 'string' ? [] : this.field(`${path}.of.${column}`, `${name}.${column}`, inner))),
    ];
  }

  act(path: string, { line, require = [], set, together = [] }: ActDocument): readonly PackProblem[] {
    const known = line === undefined ? this.#own.fields : new Set([...this.#own.fields, ...this.#own.columns]);
    return [
      ...(line === undefined ? [] : this.lines(`${path}.line`, [line])),
      ...Object.keys(set ?? {}).flatMap((name) => this.#among(`${path}.set.${name}`, 'unknownField', 'field', [name], known)),
      ...require.flatMap(({ field }, index) => (field === undefined ? [] : this.#among(`${path}.require[${index}].field`, 'unknownField', 'field', [field.split('.')[0] ?? field], known))),
      ...together.flatMap((other, index) => {
        const at = `${path}.together[${index}]`;
        const [link, act] = typeof other === 'string' ? [other.slice(0, Math.max(other.lastIndexOf('.'), 0)), other.slice(other.lastIndexOf('.') + 1)] : [other.on, other.act];
        const plain = /^[A-Za-z][A-Za-z0-9]*$/.test(link);
        return [...(plain ? this.links(at, [link]) : []), ...this.target(at, plain ? this.#own.links.get(link) : undefined, [act], typeof other === 'string' ? [] : Object.keys(other.set ?? {}))];
      }),
    ];
  }

  /** Acts and fields of a kind that an item works on; nothing where the kind is not known here. */
  target(path: string, kind: string | undefined, acts: readonly string[], fields: readonly string[]): readonly PackProblem[] {
    const names = kind === undefined || kind === 'any' ? undefined : namesWithin(this.#subject, this.#part.pack, kind);
    if (names === undefined) return [];
    return [
      ...this.#among(path, 'unknownAct', 'act', acts.filter((act) => !special.test(act)), names.acts, kind),
      ...fields.flatMap((field) => this.#among(`${path}.set.${field}`, 'unknownField', 'field', [field], new Set([...names.fields, ...names.columns]), kind)),
    ];
  }

  /** What an effect does, on its own matter, a link, or what it opens. */
  action(path: string, action: EffectActionDocument): readonly PackProblem[] {
    const self = action.on === undefined || action.on === 'self' || action.on === 'matter';
    const kind = action.open ?? (self ? this.#part.kind : this.#own.links.get(action.on ?? ''));
    const follows = entries(action.options).flatMap(([name, chosen]) => (chosen === null ? [] : asList(chosen).flatMap((item, index) => this.action(`${path}.options.${name}${Array.isArray(chosen) ? `[${index}]` : ''}`, item))));
    return [...this.target(path, kind, asList(action.act), action.publish === undefined ? Object.keys(action.set ?? {}) : []), ...follows, ...(action.refused === undefined ? [] : this.action(`${path}.refused`, action.refused))];
  }
}

/** A fact of the own kind whose change an effect waits for; `kind.fact` of a linked kind is looked up where kinds are compiled together. */
function ownFact(kind: string, changed: string | undefined): readonly string[] {
  const [of, fact] = changed?.split('.') ?? [];
  if (of === undefined) return [];
  return fact === undefined ? [of] : of === kind ? [fact] : [];
}

function problemsOf(subject: LintSubject, part: KindPart): readonly PackProblem[] {
  const { document, pack, path } = part;
  const own = namesWithin(subject, pack, part.kind);
  if (own === undefined) return [];
  const names = new Names(subject, part, own);
  const service = document.in === undefined || document.in === 'everywhere' || isServiceName(document.in) ? [] : [unknownName(pack, `${path}.in`, 'unknownService', `there is no service ${document.in}`, document.in, [...SERVICE_NAMES, 'everywhere'])];
  const tokens = [...(document.number?.format ?? '').matchAll(/\{[^}]*\}/g)].map(([token]) => token).filter((token) => !/^\{(?:yyyy|yy|MM|dd|seq(?::[1-9]\d?)?)\}$/.test(token));
  return [
    ...service,
    ...entries(document.fields).flatMap(([name, field]) => names.field(`.fields.${name}`, name, field)),
    ...entries(document.acts).flatMap(([name, act]) => names.act(`.acts.${name}`, act)),
    ...entries(document.steps).flatMap(([name, { each }]) => (each === undefined ? [] : names.lines(`.steps.${name}.each`, [each]))),
    ...(document.effects ?? []).flatMap((effect, index) => [
      ...names.fields(`.effects[${index}].changed`, ownFact(part.kind, effect.changed)),
      ...asList(effect.do).flatMap((action, at) => names.action(`.effects[${index}].do${Array.isArray(effect.do) ? `[${at}]` : ''}`, action)),
    ]),
    ...entries(document.waits).flatMap(([state, link]) => [...names.states(`.waits.${state}`, [state]), ...names.links(`.waits.${state}`, [link])]),
    ...names.states('.final', document.final),
    ...names.states('.resting', document.resting),
    ...(document.unique ?? []).flatMap(({ key, while: held }, index) => [...names.fields(`.unique[${index}].key`, key), ...names.states(`.unique[${index}].while`, held)]),
    ...names.acts('.number.at', document.number?.at),
    ...(document.number?.into === undefined ? [] : names.fields('.number.into', [document.number.into])),
    ...tokens.map((token) => unknownName(pack, `${path}.number.format`, 'numberFormat', 'a number is made of its own text, the date and {seq}', token, numberTokens)),
    ...(document.number !== undefined && !document.number.format.includes('{seq') ? [finding(pack, `${path}.number.format`, 'numberFormat', 'a number without {seq} would be given twice')] : []),
  ];
}

/** Acts, fields, links, lines, states and services that the parts of a kind name are there. */
export const namesInKinds: LintRule = (subject) => kindParts(subject).filter(({ pack }) => subject.packs.includes(pack)).flatMap((part) => problemsOf(subject, part));
