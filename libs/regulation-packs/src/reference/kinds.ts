import type { ActDocument, FieldDocument, KindDocument, PackDocument } from '@huiyin/regulation-engine';
import { typeOf } from '../lint/expressions/field-types.ts';
import { entries } from '../lint/lint-subject.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|');
const listed = (names: readonly string[] | undefined): string => (names ?? []).map((name) => `\`${name}\``).join(', ');

function typeText(field: FieldDocument): string {
  const type = typeOf(field);
  if (type === 'choice') return (field.choice ?? []).map((option) => `\`${typeof option === 'string' ? option : option.is}\``).join(', ');
  if (type === 'ref') return field.to === undefined ? 'ref' : `ref to ${field.to}`;
  if (type === 'list') return `list of ${typeof field.of === 'string' ? field.of : 'text'}, at most ${field.max ?? '?'}`;
  if (type === 'lines') return `lines by \`${field.key ?? ''}\`: ${Object.keys(typeof field.of === 'object' ? field.of : {}).map((name) => `\`${name}\``).join(', ')}`;
  return field.typed === undefined ? type : `${type} (${field.typed})`;
}

function targets({ to }: ActDocument): string {
  if (to === undefined) return 'stays';
  return typeof to === 'string' ? `\`${to}\`` : to.map(({ if: condition, state }) => `\`${state}\`${condition === undefined ? '' : ` if \`${condition}\``}`).join(', ');
}

const by = (act: ActDocument): string => (typeof act.by === 'string' ? act.by : Array.isArray(act.by) ? act.by.join(', ') : JSON.stringify(act.by ?? 'anyone'));

function kindLines(name: string, kind: KindDocument, pack: PackDocument): readonly string[] {
  const label = (key: string): string => pack.texts?.[key]?.en ?? '';
  const creating = entries(kind.acts).find(([, act]) => act.from?.includes('new'))?.[0];
  const first = entries(kind.acts).find(([, act]) => act.from?.includes('new') !== true)?.[0] ?? creating ?? 'change';
  return [
    `### ${name}`,
    '',
    `${label(`kind.${name}`)}. Hosted in ${kind.in ?? '?'}${kind.record === true ? '; master data: fields and acts, no steps, no owner' : ''}. States: ${listed(kind.states)}${kind.final === undefined ? '' : `; final: ${listed(kind.final)}`}.`,
    '',
    '| Field | Type | Required after | May come with | Meaning |',
    '|---|---|---|---|---|',
    ...entries(kind.fields).map(([field, document]) => `| \`${field}\` | ${cell(typeText(document))} | ${listed(document.required)} | ${listed(document.optional)} | ${cell(label(`field.${name}.${field}`))} |`),
    '',
    '| Act and event | From | To | By | Meaning |',
    '|---|---|---|---|---|',
    ...entries(kind.acts).map(([act, document]) => `| \`${name}.${act}\` | ${listed(document.from) || 'any not final'} | ${cell(targets(document))} | ${cell(by(document))} | ${cell(label(`act.${name}.${act}`))} |`),
    '',
    ...(entries(kind.steps).length > 0 ? [`Steps, each with the events \`opened\`, \`warned\`, \`missed\`, \`met\`, \`extended\`, \`dropped\`: ${entries(kind.steps).map(([step]) => `\`${name}.${step}\``).join(', ')}.`, ''] : []),
    'A pack adds to it:',
    '',
    '```yaml',
    'kinds:',
    `  ${name}:`,
    '    acts:',
    `      ${first}: { require: [{ that: actor != matter.openedBy, refuse: notByTheSame, rule: 1 }], rule: 1 }`,
    '```',
    '',
  ];
}

/** `docs/packs/kinds.md`: the core kinds of every service with their fields, acts and events. */
export function kindsReference(cores: readonly PackDocument[]): string {
  return [
    '# Core kinds',
    '',
    'Written by `npm run packs -- reference` from each service\'s `core.yaml`; a test fails on drift.',
    'A core kind is a superset of states, acts and fields. Under a pack that governs it, a matter has the acts that packs name; the core\'s gates stay.',
    'Every kind also has `read list print export forward`, and a matter carries `state`, `owner`, `openedAt`, `did.<act>`, `steps.<step>` and `overdue`.',
    '',
    ...cores.flatMap((pack) => [`## ${pack.title.en}`, '', ...entries(pack.kinds).flatMap(([name, kind]) => kindLines(name, kind, pack))]),
  ].join('\n').trimEnd() + '\n';
}
