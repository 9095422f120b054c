import type { EffectDocument, PackDocument, TableDocument } from '@huiyin/regulation-engine';
import { pathBelow } from '../../load/positions.ts';
import { asList, entries, finding, isCore, type LintRule } from '../lint-subject.ts';

type Item = { readonly rule?: unknown; readonly post?: { readonly rule?: unknown } };

/** Items of a pack that must say which rule they carry, beyond those for which the schema asks it. */
function* items(pack: PackDocument): Generator<readonly [string, Item]> {
  for (const [name, party] of entries(pack.parties)) yield [`parties.${name}`, party];
  for (const [name, query] of entries(pack.queries)) yield [`queries.${name}`, query];
  for (const [name, kind] of entries(pack.kinds)) {
    const at = `kinds.${name}`;
    for (const [field, document] of entries(kind.fields)) yield [`${at}.fields.${field}`, document];
    if (kind.number !== undefined) yield [`${at}.number`, kind.number];
    for (const [index, row] of (kind.owner ?? []).entries()) yield [pathBelow(`${at}.owner`, index), row];
    for (const [index, unique] of (kind.unique ?? []).entries()) yield [pathBelow(`${at}.unique`, index), unique];
    for (const [table, document] of entries(kind.tables)) yield* rows(document, `${at}.tables.${table}`);
    for (const [index, effect] of (kind.effects ?? []).entries()) yield* actions(effect, pathBelow(`${at}.effects`, index));
  }
}

function* rows(table: TableDocument, at: string): Generator<readonly [string, Item]> {
  if (table.rule !== undefined) return;
  for (const [index, row] of table.rows.entries()) yield [pathBelow(`${at}.rows`, index), row];
}

function* actions(effect: EffectDocument, at: string): Generator<readonly [string, Item]> {
  if (effect.rule !== undefined) return;
  for (const [index, action] of asList(effect.do).entries()) yield [Array.isArray(effect.do) ? pathBelow(`${at}.do`, index) : `${at}.do`, action];
}

/** Every item of a regulation's pack carries its rule. What a core pack declares stands under its kind's rule. */
export const itemsWithRule: LintRule = (subject) =>
  subject.packs
    .filter((pack) => !isCore(pack.document))
    .flatMap((pack) =>
      [...items(pack.document)]
        .filter(([, item]) => item.rule === undefined && item.post?.rule === undefined)
        .map(([path]) => finding(pack, path, 'itemWithoutRule', 'does not say which rule it carries')),
    );
