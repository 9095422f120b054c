import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import type { FactMap, Matter } from '../matter/matter.ts';
import { kindOfMatter } from '../run/kind-of.ts';
import type { Facts } from '../run/outcome.ts';
import { Session } from '../run/session.ts';
import { operands } from '../scope/operands.ts';
import { whoInstead, whyDue } from './why-due.ts';
import { exceptionsTried, valuesRead } from './traces.ts';
import type { WhyAnswer } from './why-answer.ts';

/**
 * Why a fact of the matter is what it is (schema `why.v1`): `class` or any other fact, `owner`, `state`, `dueAt:<step>`.
 * Undefined: the matter has no such fact.
 */
export function why(policy: CompiledPolicy, matter: Matter, fact: string, facts: Facts, now: string): WhyAnswer | undefined {
  const session = new Session(policy, kindOfMatter(policy, matter), matter, facts, 'act');
  if (fact.startsWith('dueAt')) return whyDue(session, fact, now);
  if (fact === 'owner') return whyOwner(session, now);
  return whyFact(session, fact, now);
}

function whyFact(session: Session, fact: string, now: string): WhyAnswer | undefined {
  const { matter, kind } = session;
  const value = fact === 'state' ? matter.state : matter.facts[fact];
  const table = kind.tables.find(({ sets }) => sets === fact);
  if (value === undefined && !table) return undefined;
  const reason = matter.reasons[fact];
  const scope = session.scope(now);
  if (!reason || !table) return { ...blank(fact), value: value ?? null, ...given(session, fact) };
  const row = table.rows.find(({ item }) => item === reason.item);
  const read = [...table.inputs.flatMap(({ expression }) => expression.reads), ...(row && 'expression' in row.then ? row.then.expression.reads : [])];
  return {
    ...blank(fact), value: value ?? null, item: reason.item, citation: reason.citation,
    inputs: { ...reason.inputs, ...operands(scope, table.pack, read) },
    tried: (reason.tried ?? []).map((attempt) => ({ ...attempt, ...(table.rows[attempt.row] && { citation: table.rows[attempt.row]!.citation }) })),
    exceptions: exceptionsTried(row?.unless ?? [], scope),
    values: valuesRead(session.policy, table.pack, [...read, ...cellValues(table.rows)], scope),
  };
}

function cellValues(rows: readonly { readonly cells: readonly { readonly source: string }[] }[]): readonly string[] {
  return rows.flatMap(({ cells }) => cells.flatMap(({ source }) => [...source.matchAll(/value:([A-Za-z][A-Za-z0-9]*)/g)].map((match) => `values.${match[1]}`)));
}

/** A fact that an act gave: the latest act that takes the field and is done. */
function given({ matter, kind }: Session, fact: string): Pick<WhyAnswer, 'given' | 'citation'> {
  const field = kind.fields.get(fact);
  const acts = [...kind.acts.values()].filter((act) => (fact === 'state' ? act.to.length > 0 : act.takes.has(fact) || act.set.some((set) => set.field === fact)));
  const done = acts.flatMap((act) => (matter.did[act.name] ? [{ act: act.name, citation: act.citation, ...matter.did[act.name]! }] : [])).sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
  const citation = field?.requiredIn.get(done?.act ?? '') ?? (fact === 'state' ? done?.citation : field?.citation);
  return { ...(done && { given: { act: done.act, by: done.by, at: done.at } }), ...(citation && { citation }) };
}

function whyOwner(session: Session, now: string): WhyAnswer {
  const { matter, kind } = session;
  const scope = session.scope(now);
  const tried: { row: number; failed: string; citation: WhyAnswer['citation'] & object }[] = [];
  const answer = (item: string | undefined, citation: WhyAnswer['citation'], inputs: FactMap): WhyAnswer => ({ ...blank('owner'), value: matter.owner ?? null, ...(item !== undefined && { item }), ...(citation && { citation }), inputs, tried });
  for (const [index, row] of kind.owner.entries()) {
    if (!row.if || row.if.test(scope)) {
      const reads = [...(row.if?.reads ?? []), ...row.is.entries.flatMap((entry) => (entry.type === 'expression' ? entry.expression.reads : []))];
      return answer(row.item, row.citation, operands(scope, row.pack, reads));
    }
    tried.push({ row: index, failed: row.if.source, citation: row.citation });
  }
  const owing = matter.steps.find((step) => step.open && step.who[0] === matter.owner);
  return owing ? answer(String(owing.why['item']), owing.citation, { step: owing.name, ...whoInstead(owing) }) : answer(undefined, undefined, {});
}

export function blank(fact: string): Pick<WhyAnswer, 'schema' | 'fact' | 'value' | 'inputs' | 'tried' | 'exceptions' | 'values'> {
  return { schema: 'why.v1', fact, value: null, inputs: {}, tried: [], exceptions: [], values: [] };
}
