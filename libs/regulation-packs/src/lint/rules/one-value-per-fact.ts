import { effectiveKinds } from '../effective-kind.ts';
import { finding, type LintRule } from '../lint-subject.ts';
import { kindNames } from './states.ts';

/** A fact has one source: one table sets it, and then no act is given it. */
export const oneValuePerFact: LintRule = (subject) =>
  kindNames(subject).flatMap((name) =>
    effectiveKinds(subject, name).flatMap((kind) =>
      kind.tables.flatMap((table, index) => {
        const sets = table.document.sets;
        const earlier = kind.tables.slice(0, index).find((other) => other.document.sets === sets);
        const given = (kind.fields.get(sets) ?? []).find(({ document }) => (document.required ?? []).length + (document.optional ?? []).length > 0);
        const problems = [];
        if (earlier !== undefined) problems.push(finding(table.part.pack, table.path, 'twoValuesForOneFact', `${kind.name}.${sets} is set already by table ${earlier.name} of ${earlier.part.pack.document.pack}`));
        if (given !== undefined) problems.push(finding(table.part.pack, table.path, 'twoValuesForOneFact', `${kind.name}.${sets} is set by this table and given by acts`));
        if (!kind.fields.has(sets)) problems.push(finding(table.part.pack, `${table.path}.sets`, 'unknownName', `${kind.name} has no field ${sets}`));
        return problems;
      }),
    ),
  );
