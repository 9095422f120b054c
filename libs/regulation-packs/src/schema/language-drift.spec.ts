import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import ts from 'typescript';
import { membersOf } from '../reference/shape-text.ts';
import { packSchema } from './pack-schema.ts';
import type { Shape } from './shapes.ts';

const folder = fileURLToPath(new URL('../../../regulation-engine/src/language/', import.meta.url));

/** Interface of the engine's language → names of its members. */
function interfaces(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))) {
    const source = ts.createSourceFile(name, readFileSync(join(folder, name), 'utf8'), ts.ScriptTarget.Latest, true);
    source.forEachChild((node) => {
      if (ts.isInterfaceDeclaration(node)) found.set(node.name.text, node.members.flatMap((member) => (member.name === undefined ? [] : [member.name.getText(source).replaceAll("'", '')])));
    });
  }
  return found;
}

const schema = packSchema();
const shapes: Readonly<Record<string, Shape>> = { ...(schema['$defs'] as Record<string, Shape>), pack: schema, number: (membersOf((schema['$defs'] as Record<string, Shape>)['kind'] ?? {})['number'] ?? {}) };
const types = interfaces();

/** Examples are played here and never reach the engine. */
const ownWords = new Set(['stages', 'cases']);

it.each([
  ['PackDocument', 'pack'], ['CiteDocument', 'cite'], ['ValueDocument', 'value'], ['ExceptionDocument', 'exception'], ['PartyDocument', 'party'], ['KindDocument', 'kind'], ['NumberDocument', 'number'],
  ['FieldDocument', 'field'], ['FormDocument', 'form'], ['ActDocument', 'act'], ['GateDocument', 'gate'], ['TogetherDocument', 'together'], ['TriggerDocument', 'trigger'], ['StepDocument', 'step'],
  ['ThresholdDocument', 'threshold'], ['EffectDocument', 'effect'], ['EffectActionDocument', 'effectAction'], ['CycleDocument', 'cycle'], ['TableDocument', 'table'], ['QueryDocument', 'query'],
  ['ViewDocument', 'view'], ['IndicatorDocument', 'indicator'], ['BandDocument', 'band'], ['DistributionDocument', 'distribution'], ['PrincipleDocument', 'principle'], ['RetentionDocument', 'retention'],
])('the schema and the engine know the same words of %s', (type, shape) => {
  const known = Object.keys(membersOf(shapes[shape] ?? {})).filter((word) => !ownWords.has(word));
  expect(known.sort()).toEqual([...(types.get(type) ?? [])].filter((word) => !ownWords.has(word)).sort());
});
