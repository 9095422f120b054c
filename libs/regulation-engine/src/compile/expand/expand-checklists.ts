import type { ActDocument, GateDocument } from '../../language/act-document.ts';
import type { FormDocument } from '../../language/field-document.ts';
import type { PackDocument, RuleReference } from '../../language/pack-document.ts';
import { capital } from './expansion.ts';
import type { Expansion } from './expansion.ts';

export interface ChecklistItem {
  readonly key: string;
  readonly is: 'gate' | 'score';
  readonly rule: RuleReference;
}

/** Items of a form with their keys: as given, else their place, from 1. */
export function itemsOf(form: FormDocument): readonly ChecklistItem[] {
  return (form.items ?? []).map((item, index) => ({ key: item.key ?? String(index + 1), is: item.is, rule: item.rule ?? form.rule }));
}

/** `departure` → field `departureItems`, act `tickDeparture`, facts `departureScore`. */
export function expandChecklists(packs: readonly PackDocument[]): readonly Expansion[] {
  return packs.flatMap((pack) => Object.entries(pack.forms ?? {}).filter(([, form]) => (form.items ?? []).length > 0).map(([name, form]) => ({ pack: pack.pack, kind: form.of, document: checklist(name, form) })));
}

function checklist(name: string, form: FormDocument): Expansion['document'] {
  const items = itemsOf(form);
  const field = `${name}Items`;
  const tick = `tick${capital(name)}`;
  const { rule } = form;
  const scored = items.filter(({ is }) => is === 'score');
  const acts: Record<string, ActDocument> = {
    [tick]: { by: form.by ?? 'anyone', line: field, rule, require: [{ that: `line.item in ${keys(items)}`, refuse: 'notAnItem', rule }] },
  };
  for (const act of gated(form)) acts[act] = { require: items.filter(({ is }) => is === 'gate').map((item) => gate(field, item)) };
  return {
    fields: { [field]: { type: 'lines', key: 'item', max: items.length, of: { ok: { type: 'bool', required: [tick] }, note: { type: 'text', optional: [tick] } }, rule } },
    acts,
    ...(scored.length > 0 && { tables: { [`${name}Score`]: { sets: `${name}Score`, rule, rows: [{ rule, then: `has(matter.${field}) ? matter.${field}.filter(i, i.item in ${keys(scored)} && has(i.ok) && i.ok).size() : 0` }] } } }),
  };
}

function gated({ gates, sealedBy }: FormDocument): readonly string[] {
  const named = gates ?? sealedBy;
  return named === undefined ? [] : typeof named === 'string' ? [named] : named;
}

function gate(field: string, { key, rule }: ChecklistItem): GateDocument {
  return { that: `has(matter.${field}) && matter.${field}.exists(i, i.item == '${key}' && has(i.ok) && i.ok)`, refuse: 'itemNotTicked', field, rule };
}

function keys(items: readonly ChecklistItem[]): string {
  return `[${items.map(({ key }) => `'${key}'`).join(', ')}]`;
}
