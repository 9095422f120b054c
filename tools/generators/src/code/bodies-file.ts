import { kebab } from '@huiyin/platform-http';
import type { CoreAct, CoreField, CoreKind } from '../model/core-kind.ts';
import { LONGEST_LINE_KEY } from '../model/limits.ts';
import { pascal } from '../model/names.ts';
import { bodyTypeOf, decoratorsOf } from './field-decorators.ts';
import { headerOf } from './header.ts';

const PARTS = new Set(['ActBody', 'MoneyBody', 'IsId', 'IsInstant', 'IsLocalDate', 'IsTimeOfDay', 'IsIsoDuration', 'IsSafeInteger', 'LeastAmount']);

/** `<kind>.bodies.ts`: one class-validator class per act. `parts`: module that has the shared pieces. */
export function bodiesFile(service: string, kind: CoreKind, parts: string): string {
  const lines = kind.fields.filter((field) => field.type === 'lines' && kind.acts.some((act) => act.takes.some((taken) => taken.field === field)));
  const classes = [...lines.map((field) => lineClass(kind, field)), ...kind.acts.map((act) => actClass(kind, act))];
  return [headerOf(service), importsOf(classes.join('\n'), parts), '\n', classes.join('\n')].join('');
}

function actClass(kind: CoreKind, act: CoreAct): string {
  const key = act.line?.key ? [`  @IsString() @MinLength(1) @MaxLength(${LONGEST_LINE_KEY}) ${act.line.key}!: string;\n`] : [];
  const members = [...key, ...act.takes.map(({ field, required }) => memberOf(kind, field, required))];
  const title = `/** \`POST /v1/${pathOf(kind, act)}\`${act.label ? `: ${act.label.en}` : ''}. */\n`;
  return members.length === 0 ? `${title}export class ${act.body} extends ActBody {}\n` : `${title}export class ${act.body} extends ActBody {\n${members.join('')}}\n`;
}

const pathOf = (kind: CoreKind, act: CoreAct): string => (act.creating ? kind.plural : `${kind.plural}/{id}/${kebab(act.name)}`);

function lineClass(kind: CoreKind, field: CoreField): string {
  const key = field.key ? [`  @IsString() @MinLength(1) @MaxLength(${LONGEST_LINE_KEY}) ${field.key}!: string;\n`] : [];
  return `export class ${classOf(kind, field)} {\n${[...key, ...(field.lineFields ?? []).map((inner) => memberOf(kind, inner, false))].join('')}}\n`;
}

const classOf = (kind: CoreKind, field: CoreField): string => `${kind.type}${pascal(field.name)}LineBody`;

function memberOf(kind: CoreKind, field: CoreField, required: boolean): string {
  const line = classOf(kind, field);
  const decorators = decoratorsOf(field, required, line).map((decorator) => `@${decorator}`).join(' ');
  return `  ${decorators} ${field.apiName}${required ? '!' : '?'}: ${bodyTypeOf(field, line)};\n`;
}

function importsOf(code: string, parts: string): string {
  const decorators = new Set([...code.matchAll(/@(\w+)\(/g)].map((match) => match[1]!));
  const shared = new Set(['ActBody', ...(code.includes('MoneyBody') ? ['MoneyBody'] : []), ...[...decorators].filter((name) => PARTS.has(name))]);
  const checks = [...decorators].filter((name) => !PARTS.has(name) && name !== 'Type').sort();
  return [
    ...(decorators.has('Type') ? ["import { Type } from 'class-transformer';\n"] : []),
    ...(checks.length > 0 ? [`import { ${checks.join(', ')} } from 'class-validator';\n`] : []),
    `import { ${[...shared].sort().join(', ')} } from '${parts}';\n`,
  ].join('');
}
