import { ownMet, queryOf } from '@huiyin/regulation-engine';
import type { CycleDocument, QueryDocument } from '@huiyin/regulation-engine';
import type { LoadedPack } from '../../load/load-pack.ts';
import { effectiveKinds } from '../effective-kind.ts';
import { typeOf } from '../expressions/field-types.ts';
import { all, entries, finding, type LintRule, type LintSubject } from '../lint-subject.ts';

const headPersons: ReadonlySet<string> = new Set(['owner', 'openedBy', 'firstContact']);
const ledgerPersons: ReadonlySet<string> = new Set(['person', 'to', 'from']);

/** What is owed per period for the rows of a query is owed by somebody: `who`, the act that meets it, or the row itself where it is a person. */
export const cycleDebtors: LintRule = (subject) =>
  all(subject).flatMap((pack) =>
    entries(pack.document.cycles)
      .filter(([name, cycle]) => cycle.who === undefined && queryOf(cycle) !== undefined && !hasOwnAct(subject, name, cycle) && givesMatters(subject, pack, cycle))
      .map(([name]) => finding(pack, `cycles.${name}.for`, 'nobodyOwes', 'the rows are no persons, and no act of what is opened meets it: `who` says who owes it')),
  );

function hasOwnAct(subject: LintSubject, name: string, cycle: CycleDocument): boolean {
  return ownMet(cycle) !== undefined || effectiveKinds(subject, cycle.open).some(({ acts }) => acts.has(name));
}

/** Surely no persons: what cannot be told is left to whoever runs it. */
function givesMatters(subject: LintSubject, pack: LoadedPack, cycle: CycleDocument): boolean {
  const name = queryOf(cycle)!;
  const query = pack.document.queries?.[name] ?? all(subject).map(({ document }) => document.queries?.[name]).find((found) => found !== undefined);
  if (query === undefined) return false;
  const column = query.per?.[0] ?? query.field;
  return column === undefined ? query.of !== 'staffMember' : isNoPerson(subject, query, column);
}

function isNoPerson(subject: LintSubject, { of }: QueryDocument, column: string): boolean {
  const [kind = ''] = of.split('.');
  if (column.includes('.') || headPersons.has(column)) return false;
  if (kind === 'ledger') return !ledgerPersons.has(column);
  const declared = effectiveKinds(subject, kind).flatMap(({ fields }) => fields.get(column) ?? []);
  return declared.length > 0 && declared.every(({ document }) => !['person', 'list'].includes(typeOf(document)));
}
