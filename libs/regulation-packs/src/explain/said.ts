import type { ActDocument, DueDocument, EffectActionDocument, EffectDocument, GateDocument, PackDocument, PersonsDocument, StepDocument, ValueDocument } from '@huiyin/regulation-engine';
import { asList } from '../lint/lint-subject.ts';

/** What the words of an item are told with: figures by their names, sentences by their codes. */
export interface Told {
  readonly values: PackDocument['values'];
  readonly texts: PackDocument['texts'];
}

const plain = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Names of figures with what they are: `value:handOverLimit` → `handOverLimit (PT30M)`. */
function figures(source: string, { values }: Told): string {
  return source.replace(/\bvalues?[.:]([A-Za-z][A-Za-z0-9]*)/g, (_, name: string) => (values?.[name] === undefined ? name : `${name} (${plain(values[name].is)})`));
}

function persons(document: PersonsDocument | undefined, or = 'anybody'): string {
  if (document === undefined) return or;
  if (typeof document === 'string') return document;
  if (Array.isArray(document)) return (document as readonly string[]).join(' or ');
  const { of, pick, excludes } = document as { of: string | readonly string[]; pick?: string; excludes?: readonly string[] };
  return `${asList(of).join(' or ')}${pick === undefined ? '' : `, ${pick}`}${excludes === undefined ? '' : `, never ${excludes.join(', ')}`}`;
}

function due(document: DueDocument, told: Told): string {
  if (typeof document === 'string') return figures(document, told);
  if ('earliest' in document) return `the earliest of ${document.earliest.map((member) => due(member, told)).join(', ')}`;
  if ('before' in document) return `${plain(document.before.by)} before ${document.before.of}`;
  return due(document.is, told);
}

const events = (when: unknown): string => asList(when as string | readonly string[]).map(plain).join(' or ');

function step(item: StepDocument, name: string, told: Told): readonly string[] {
  const { opens } = item;
  const start = [opens.when === undefined ? '' : `opens with ${events(opens.when)}`, opens.becomes === undefined ? '' : `stands while ${figures(opens.becomes, told)}`, opens.if === undefined ? '' : `if ${figures(opens.if, told)}`, opens.since === undefined ? '' : `counted from ${opens.since}`];
  return [
    `${start.filter((part) => part !== '').join(', ')}; owed by ${persons(item.who, `whoever may ${item.act ?? name}`)}`,
    ...(item.due === undefined ? [] : [`due ${due(item.due, told)}${item.warn === undefined ? '' : `, warned ${due(item.warn, told)}`}`]),
    ...(item.series ?? []).map((member, index) => `${index + 1}. due ${due(member.due, told)}`),
  ];
}

function gate(item: GateDocument, told: Told): readonly string[] {
  const sentence = told.texts?.[item.refuse]?.['zh-CN'];
  return [`${item.if === undefined ? '' : `if ${figures(item.if, told)}: `}refused unless ${figures(item.that, told)}`, ...(sentence === undefined ? [] : [`refused with 「${sentence}」`])];
}

function act(item: ActDocument, told: Told): readonly string[] {
  const to = typeof item.to === 'string' ? item.to : (item.to ?? []).map(({ if: condition, state }) => `${state}${condition === undefined ? '' : ` if ${figures(condition, told)}`}`).join(', else ');
  return [
    `done by ${item.sign === undefined ? persons(item.by) : `the signatures of ${item.sign.map((signer) => persons(signer)).join(' and ')}`}${item.from === undefined ? '' : `, from ${item.from.join(' or ')}`}${to === '' ? '' : `, leads to ${to}`}`,
    ...(item.require ?? []).flatMap((each) => gate(each, told)),
  ];
}

function action(item: EffectActionDocument, told: Told): string {
  if (item.tell !== undefined) return `tells ${asList(item.tell as string | readonly string[]).map((each) => persons(each)).join(' and ')}`;
  if (item.open !== undefined) return `opens ${item.open}`;
  if (item.act !== undefined) return `does ${asList(item.act).join(', ')}${item.on === undefined ? '' : ` on ${item.on}`}`;
  if (item.post !== undefined) return `posts ${figures(item.post.amount, told)} to the ledger of ${item.post.ledger}`;
  return Object.entries(item).filter(([name]) => name !== 'rule').map(([name, value]) => `${name} ${plain(value)}`).join(', ');
}

function effect(item: EffectDocument, told: Told): readonly string[] {
  const cause = item.when === undefined ? `when ${item.changed ?? 'a count is reached'} changes` : `when ${events(item.when)}`;
  return [`${cause}${item.if === undefined ? '' : `, if ${figures(item.if, told)}`}: ${asList(item.do).map((each) => action(each, told)).join('; ')}`];
}

function value({ is, word, reads, open }: ValueDocument): readonly string[] {
  return [`${plain(is)}${word === undefined ? '' : ` (${word}${reads === undefined ? '' : `, read as ${reads}`})`}${open === true ? ", the operator's setting" : ''}`];
}

function rest(item: unknown, told: Told): readonly string[] {
  if (typeof item !== 'object' || item === null) return [plain(item)];
  return [Object.entries(item).filter(([name]) => name !== 'rule').map(([name, entry]) => `${name}: ${figures(plain(entry), told)}`).join('; ')];
}

/** An item of a pack in words, by the section it stands in. */
export function said(path: string, item: unknown, told: Told): readonly string[] {
  if (/^values\.\w+$/.test(path)) return value(item as ValueDocument);
  if (/\.steps\.\w+$/.test(path)) return step(item as StepDocument, path.slice(path.lastIndexOf('.') + 1), told);
  if (/\.acts\.\w+$/.test(path)) return act(item as ActDocument, told);
  if (/\.require\[\d+\]$/.test(path)) return gate(item as GateDocument, told);
  if (/\.effects\[\d+\]$/.test(path)) return effect(item as EffectDocument, told);
  if (/\.do(?:\[\d+\])?$/.test(path)) return [action(item as EffectActionDocument, told)];
  return rest(item, told);
}
