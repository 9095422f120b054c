import type { CompiledAct, CompiledField } from '../compile/compiled-act.ts';
import type { CompiledKind } from '../compile/compiled-kind.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import type { FactMap, FactValue, Matter } from '../matter/matter.ts';
import { kindOfMatter, leadingKind } from './kind-of.ts';
import type { Needs } from './outcome.ts';

/** What must be fetched before an act can be decided: links of the matter, references of the input, and those of its lines. */
export function needs(policy: CompiledPolicy, matter: Matter | undefined, kindName: string, act: string, input: FactMap): Needs {
  const kind = matter ? kindOfMatter(policy, matter) : leadingKind(policy, kindName);
  const wanted = kind.acts.get(act);
  const references = new Map<string, { id: string; kind: string; service: string }>();
  const add = (field: CompiledField, value: FactValue): void => {
    for (const id of idsOf(field, value)) references.set(id, { id, kind: field.to ?? 'any', service: serviceOfKind(policy, kind, field.to) });
  };
  for (const field of kind.fields.values()) {
    add(field, matter?.facts[field.name] ?? null);
    if (wanted?.line === undefined) add(field, input[field.name] ?? null);
  }
  if (wanted?.line !== undefined) for (const field of wanted.takes.values()) add(field, input[field.name] ?? null);
  return { matters: [...references.values()], queries: queriesOf(policy, kind, wanted, matter, input) };
}

function idsOf(field: CompiledField, value: FactValue): readonly string[] {
  if (value === null) return [];
  if (field.type === 'ref' && typeof value === 'string') return [value];
  if (field.type === 'list' && field.of === 'ref' && Array.isArray(value)) return value.filter((entry): entry is string => typeof entry === 'string');
  if (field.type !== 'lines' || !Array.isArray(value)) return [];
  return value.flatMap((line) => [...(field.lineFields ?? [])].flatMap(([name, sub]) => idsOf(sub, (line as FactMap)[name] ?? null)));
}

function serviceOfKind(policy: CompiledPolicy, own: CompiledKind, kind: string | undefined): string {
  return (kind === undefined ? undefined : policy.kinds.get(kind)?.plain.service) ?? own.service;
}

/** Queries that the act's gates, targets or the kind's tables read as `facts.<query>`. */
function queriesOf(policy: CompiledPolicy, kind: CompiledKind, act: CompiledAct | undefined, matter: Matter | undefined, input: FactMap): Needs['queries'] {
  const reads = [
    ...(act?.gates ?? []).flatMap((gate) => [...(gate.if?.reads ?? []), ...gate.that.reads]),
    ...(act?.to ?? []).flatMap((target) => target.if?.reads ?? []),
    ...(act?.set ?? []).flatMap(({ expression }) => expression.reads),
    ...kind.tables.flatMap((table) => [...table.inputs.flatMap(({ expression }) => expression.reads), ...table.rows.flatMap((row) => ('expression' in row.then ? row.then.expression.reads : []))]),
  ];
  const names = new Set(reads.flatMap((path) => (path.startsWith('facts.') ? [path.split('.')[1]!] : [])));
  return [...names].flatMap((name) => {
    const query = policy.queries.get(name);
    if (!query) return [];
    const of = query.of.split('.')[0]!;
    return [{ name, of: query.of, service: policy.kinds.get(of)?.plain.service ?? kind.service, parameters: { ...(matter && { matter: matter.facts }), act: input } }];
  });
}
