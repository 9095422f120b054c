import type { FieldDocument } from '@huiyin/regulation-engine';
import { all, entries, finding, kindParts, type LintRule } from '../lint-subject.ts';

/** Lists and look-ups say how long they get, so that an expression's cost has a bound. */
export const boundedLists: LintRule = (subject) => [
  ...kindParts(subject).flatMap((part) =>
    entries(part.document.fields)
      .filter(([name, field]) => isList(field) && field.max === undefined && !boundedElsewhere(subject, part.kind, name))
      .map(([name]) => finding(part.pack, `${part.path}.fields.${name}`, 'listWithoutMax', 'a list says how many entries it has at most (max)')),
  ),
  ...all(subject).flatMap((pack) =>
    entries(pack.document.queries)
      .filter(([, query]) => query.take === 'list' && query.max === undefined)
      .map(([name]) => finding(pack, `queries.${name}`, 'queryWithoutMax', 'a query that lists says how many rows it gives at most (max)')),
  ),
];

const isList = (field: FieldDocument): boolean => field.type === 'list' || field.type === 'lines';

function boundedElsewhere(subject: Parameters<LintRule>[0], kind: string, name: string): boolean {
  return kindParts(subject).some((part) => part.kind === kind && part.document.fields?.[name]?.max !== undefined);
}
