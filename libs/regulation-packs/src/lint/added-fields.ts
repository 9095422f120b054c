import { expansionsOf } from '@huiyin/regulation-engine';
import type { FieldDocument } from '@huiyin/regulation-engine';
import type { Placed } from './effective-kind.ts';
import { all, entries, type KindPart, type LintSubject } from './lint-subject.ts';

const found = new WeakMap<LintSubject, ReturnType<typeof expansionsOf>>();

function expansions(subject: LintSubject): ReturnType<typeof expansionsOf> {
  const known = found.get(subject) ?? expansionsOf(all(subject).map(({ document }) => document));
  found.set(subject, known);
  return known;
}

/** Fields that cycles and checklists add to a kind: what they are given, and what their tables count. They stand where the kind does. */
export function addedFields(subject: LintSubject, kind: string, part: KindPart): readonly (readonly [string, Placed<FieldDocument>])[] {
  const documents = expansions(subject).filter((expansion) => expansion.kind === kind).map(({ document }) => document);
  const counted = documents.flatMap(({ tables }) => entries(tables).map(([, { sets }]) => [sets, { type: 'int' }] as const));
  const given = documents.flatMap(({ fields }) => entries(fields));
  return [...counted, ...given].map(([name, document]) => [name, { part, path: part.path, document }]);
}
