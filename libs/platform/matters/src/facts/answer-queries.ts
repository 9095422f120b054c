import { answerQuery, describeKind, EvaluationFault, kindsOf } from '@huiyin/regulation-engine';
import type { CompiledPolicy, Facts, FactValue, Matter, Needs, QueryAsker } from '@huiyin/regulation-engine';
import type { HostParts } from '../ports.ts';

/** More rows than this are not brought for one query; the gate that asked then refuses, as for any query without answer. */
const MOST_ROWS = 10_000;
const PAGE = 500;

/**
 * The facts with the answers of the queries that an act, an alarm or an event may read: own matters as they are stored,
 * other services' as copies. Later queries may read the answers of earlier ones.
 * @param changed own matters as acts of the same transaction leave them
 */
export async function withAnswers(parts: HostParts, tenant: string, policy: CompiledPolicy, wanted: Needs['queries'], asker: Omit<QueryAsker, 'facts'>, facts: Facts, now: string, changed: ReadonlyMap<string, Matter> = new Map()): Promise<Facts> {
  let answered: Readonly<Record<string, FactValue>> = facts.queries ?? {};
  for (const query of wanted) {
    const rows = await rowsFor(parts, tenant, policy, query, changed);
    const answer = rows && answerOf(() => answerQuery(policy, query.name, rows, { ...asker, facts: { ...facts, queries: answered }, ...(query.at !== undefined && { at: query.at }) }, now));
    if (answer !== undefined) answered = { ...answered, [query.name]: answer };
  }
  return { ...facts, queries: answered };
}

/** A query that cannot be answered stays open: what reads it refuses, or is held with a task. */
function answerOf(answer: () => FactValue): FactValue | undefined {
  try {
    return answer();
  } catch (fault) {
    if (fault instanceof EvaluationFault) return undefined;
    throw fault;
  }
}

async function rowsFor(parts: HostParts, tenant: string, policy: CompiledPolicy, query: Needs['queries'][number], changed: ReadonlyMap<string, Matter>): Promise<readonly Matter[] | undefined> {
  if ('ledger' in query.rows) return within(withChanged(await ownMatters(parts, tenant, undefined), changed, undefined)?.filter((matter) => matter.entries.length > 0));
  const { kind } = query.rows;
  const kinds = kindsOf(policy).filter((name) => name === kind || describeKind(policy, name).is === kind);
  const found = await Promise.all(kinds.map((name) => (query.service === parts.service ? ownMatters(parts, tenant, name).then((rows) => withChanged(rows, changed, name)) : parts.copies.forTenant(tenant).ofKind(name))));
  return found.includes(undefined) ? undefined : within(found.flatMap((matters) => matters ?? []));
}

const within = (rows: readonly Matter[] | undefined): readonly Matter[] | undefined => (rows && rows.length <= MOST_ROWS ? rows : undefined);

function withChanged(rows: readonly Matter[] | undefined, changed: ReadonlyMap<string, Matter>, kind: string | undefined): readonly Matter[] | undefined {
  if (!rows || changed.size === 0) return rows;
  const stored = new Set(rows.map(({ id }) => id));
  return [...rows.map((row) => changed.get(row.id) ?? row), ...[...changed.values()].filter((matter) => !stored.has(matter.id) && (kind === undefined || matter.kind === kind))];
}

async function ownMatters(parts: HostParts, tenant: string, kind: string | undefined): Promise<readonly Matter[] | undefined> {
  const matters: Matter[] = [];
  for (let after: string | undefined; matters.length <= MOST_ROWS; ) {
    const page = await parts.matters.forTenant(tenant).list(kind === undefined ? {} : { kind }, { sort: 'openedAt', limit: PAGE, after });
    matters.push(...page.items.map((stored) => stored.matter));
    if (page.next === undefined) return matters;
    after = page.next;
  }
  return undefined;
}
