import type { CompiledQuery, RowSource } from '../compile/compiled-query.ts';
import { isMatterOf } from '../run/kind-of.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import type { FactMap, FactValue, Matter, PostedEntry } from '../matter/matter.ts';
import { customersOf } from '../parties/resolve-persons.ts';
import type { RunScope } from '../scope/run-scope.ts';
import { expressed } from '../scope/expressed.ts';
import { dueCountsFor } from './counts-for.ts';
import { stepFacts } from '../scope/matter-members.ts';

/** An entry of a ledger as rows of `ledger.<name>` see it: `person` is whom it was posted to. */
export type LedgerRow = PostedEntry & { readonly matter?: string };
export type QueryRows = readonly (Matter | LedgerRow)[];

/** One row: what expressions read, what it is as a fact, and when it counts if the query does not say. */
export interface QueryRow {
  readonly view: unknown;
  readonly fact: FactMap;
  readonly at: string;
  /** Matter it is, or stands in; an entry has none. */
  readonly matter?: Matter;
}

/** The rows of a source among the matters (or entries) given: others are left out. */
export function rowsOf(policy: CompiledPolicy, source: RowSource, rows: QueryRows, scope: RunScope): readonly QueryRow[] {
  if (source.type === 'ledger') return rows.flatMap((row) => (isEntry(row) ? (row.ledger === source.ledger ? [entryRow(row)] : []) : row.entries.filter((entry) => entry.ledger === source.ledger).map((entry) => entryRow({ ...entry, matter: row.id }))));
  const matters = rows.filter((row): row is Matter => !isEntry(row) && isMatterOf(policy, row.kind, source.kind));
  switch (source.type) {
    case 'matters':
      return matters.map((matter) => ({ view: scope.matterView(matter), fact: factOf(matter), at: matter.countsAt ?? matter.openedAt, matter }));
    case 'steps':
      return matters.flatMap((matter) => matter.steps.map((run) => ({ view: scope.row(`${source.kind}.steps`, matter, stepFacts(run)), fact: { ...stepFact(stepFacts(run)), matter: matter.id }, at: dueCountsFor(run) ?? run.openedAt, matter })));
    case 'lines':
      return matters.flatMap((matter) => linesOf(matter, source.field).map((line) => ({ view: scope.row(`${source.kind}.${source.field}`, matter, { facts: line }), fact: { ...line, matter: matter.id }, at: matter.countsAt ?? matter.openedAt, matter })));
  }
}

function isEntry(row: Matter | LedgerRow): row is LedgerRow {
  return 'ledger' in row;
}

/** A matter as a fact: its own facts, and what every matter carries. */
export function factOf(matter: Matter): FactMap {
  return {
    ...matter.facts, id: matter.id, kind: matter.kind, state: matter.state, final: matter.final, openedAt: matter.openedAt, openedBy: matter.openedBy, owner: matter.owner ?? null, number: matter.number ?? null,
    overdue: matter.steps.some((step) => step.open && step.verdict === 'missed'), ...(customersOf(matter)[0] !== undefined && { customer: customersOf(matter)[0]! }),
  };
}

function stepFact(step: Readonly<Record<string, unknown>>): FactMap {
  return Object.fromEntries(Object.entries(step).map(([name, value]) => [name, (typeof value === 'bigint' ? Number(value) : value) as FactValue]));
}

function linesOf(matter: Matter, field: string): readonly FactMap[] {
  const lines = matter.facts[field];
  return Array.isArray(lines) ? (lines as readonly FactMap[]) : [];
}

function entryRow(entry: LedgerRow): QueryRow {
  const fact: FactMap = {
    id: entry.id, ledger: entry.ledger, amount: entry.amount, at: entry.at, to: entry.to ?? null, from: entry.from ?? null, person: entry.to ?? entry.from ?? null, account: entry.account ?? null,
    evidence: entry.evidence ?? null, rule: entry.citation.rule, matter: entry.matter ?? null,
  };
  return { view: expressed(fact), fact, at: entry.at };
}

/** Which rows a host must bring for a query: `kind` of its own store, or entries of a ledger. */
export function rowsNeeded({ source }: Pick<CompiledQuery, 'source'>): { readonly kind: string } | { readonly ledger: string } {
  return source.type === 'ledger' ? { ledger: source.ledger } : { kind: source.kind };
}
