import type { FieldType } from '@huiyin/regulation-engine';
import type { CoreAct, CoreField, CoreKind } from '../model/core-kind.ts';
import { pascal } from '../model/names.ts';
import { headerOf } from './header.ts';
import { quoted } from './print-literal.ts';

/** `<kind>.facts.ts`: states, acts, facts and what each act takes, as the engine holds them. */
export function factsFile(service: string, kind: CoreKind): string {
  const { type } = kind;
  const lines = kind.fields.filter((field) => field.type === 'lines');
  return [
    headerOf(service),
    unionOf(`${type}State`, kind.states),
    unionOf(`${type}Act`, kind.acts.map((act) => act.name)),
    ...lines.map((field) => interfaceOf(lineType(type, field), [...keyMember(field), ...membersOf(type, field.lineFields ?? [], () => false)])),
    interfaceOf(`${type}Facts`, membersOf(type, kind.fields, () => false)),
    ...kind.acts.filter((act) => act.takes.length > 0).map((act) => inputOf(type, act)),
  ].join('\n');
}

const unionOf = (name: string, words: readonly string[]): string => `export type ${name} = ${words.length > 0 ? words.map(quoted).join(' | ') : 'never'};\n`;
const interfaceOf = (name: string, members: readonly string[]): string => `export interface ${name} {\n${members.map((member) => `  readonly ${member};\n`).join('')}}\n`;

function inputOf(type: string, act: CoreAct): string {
  const required = new Set(act.takes.filter((taken) => taken.required).map((taken) => taken.field.name));
  return interfaceOf(`${type}${pascal(act.name)}Input`, membersOf(type, act.takes.map((taken) => taken.field), (field) => required.has(field.name)));
}

function membersOf(type: string, fields: readonly CoreField[], required: (field: CoreField) => boolean): string[] {
  return fields.map((field) => `${field.name}${required(field) ? '' : '?'}: ${typeOf(type, field)}`);
}

const keyMember = (field: CoreField): string[] => (field.key ? [`${field.key}: string`] : []);
const lineType = (type: string, field: CoreField): string => `${type}${pascal(field.name)}Line`;

function typeOf(kind: string, field: CoreField): string {
  if (field.type === 'choice') return (field.choices ?? []).map(quoted).join(' | ');
  if (field.type === 'list') return `readonly ${scalar(field.of ?? 'text')}[]`;
  if (field.type === 'lines') return `readonly ${lineType(kind, field)}[]`;
  return scalar(field.type);
}

function scalar(type: FieldType): string {
  if (type === 'bool') return 'boolean';
  return ['int', 'decimal', 'money', 'percent'].includes(type) ? 'number' : 'string';
}
