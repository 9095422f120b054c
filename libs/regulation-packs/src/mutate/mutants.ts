import type { DueDocument, PackDocument } from '@huiyin/regulation-engine';
import { allSites } from '../lint/expressions/all-sites.ts';
import { asList, entries } from '../lint/lint-subject.ts';
import type { LoadedPack } from '../load/load-pack.ts';
import { ruleOf, valueAt, withValue } from './document-path.ts';
import { figuresAround } from './figures.ts';
import { turned } from './turned.ts';

/** The pack with one thing of it wrong. */
export interface Mutant {
  /** Where and what: `values.handOverLimit.is: PT30M → PT31M`. Stable as long as the item is. */
  readonly id: string;
  /** Rule that the item carries. */
  readonly rule: string;
  readonly pack: PackDocument;
}

/** Conditions: turning a condition that is a bare path is worthwhile only where it decides something. */
const decides = /\.(if|that|becomes|governs|where|check|require|pausedWhile|notApplicable)(\[\d+\])?$/;

function* figures(pack: PackDocument): Generator<readonly [string, unknown, unknown]> {
  for (const [name, value] of entries(pack.values)) for (const other of figuresAround(value.is)) yield [`values.${name}.is`, value.is, other];
  for (const [kind, document] of entries(pack.kinds)) {
    for (const [step, item] of entries(document.steps)) {
      for (const part of ['due', 'warn'] as const) if (typeof item[part] === 'string') for (const other of figuresAround(item[part])) yield [`kinds.${kind}.steps.${step}.${part}`, item[part], other];
    }
  }
}

function* comparisons(pack: LoadedPack, cores: readonly LoadedPack[]): Generator<readonly [string, unknown, unknown]> {
  const seen = new Set<string>();
  for (const site of allSites({ cores, packs: [pack], overrides: {} })) {
    if (site.pack !== pack || seen.has(site.path)) continue;
    seen.add(site.path);
    const path = [site.path, site.path.replace(/\[0\](?=[^[]*$)/, '')].find((candidate) => valueAt(pack.document, candidate) === site.source);
    if (path === undefined) continue;
    const bare = /^[a-z]\w*(\.\w+)+$/.test(site.source);
    if (!bare || decides.test(path)) for (const other of turned(site.source)) yield [path, site.source, other];
  }
}

/** Words of a step that change how it runs. */
const stepWords = ['who', 'reopens', 'restarts', 'drops', 'pausedWhile', 'excuse', 'extend', 'whole', 'verdict', 'missed'] as const;

/** Members of an earliest-of. */
function* members(due: DueDocument | undefined, path: string): Generator<string> {
  if (typeof due === 'object' && 'earliest' in due && due.earliest.length > 1) for (const index of due.earliest.keys()) yield `${path}.earliest[${index}]`;
}

/** Items that are taken out whole. */
function* removable(pack: PackDocument): Generator<string> {
  for (const [kind, document] of entries(pack.kinds)) {
    const at = `kinds.${kind}`;
    for (const [name, field] of entries(document.fields)) for (const index of (field.required ?? []).keys()) yield `${at}.fields.${name}.required[${index}]`;
    for (const [name, act] of entries(document.acts)) {
      for (const index of (act.require ?? []).keys()) yield `${at}.acts.${name}.require[${index}]`;
      if (typeof act.to === 'object') for (const index of act.to.keys()) yield `${at}.acts.${name}.to[${index}]`;
    }
    for (const [name, step] of entries(document.steps)) {
      yield `${at}.steps.${name}`;
      if (step.opens.since !== undefined) yield `${at}.steps.${name}.opens.since`;
      for (const word of stepWords) if (step[word] !== undefined) yield `${at}.steps.${name}.${word}`;
      for (const part of ['due', 'warn'] as const) yield* members(step[part], `${at}.steps.${name}.${part}`);
    }
    for (const [index] of (document.owner ?? []).entries()) yield `${at}.owner[${index}]`;
    yield* members(document.fallback, `${at}.fallback`);
    for (const [name, table] of entries(document.tables)) for (const index of table.rows.keys()) yield `${at}.tables.${name}.rows[${index}]`;
    for (const [index, effect] of (document.effects ?? []).entries()) {
      const several = Array.isArray(effect.do) && effect.do.length > 1;
      if (several) for (const [action] of asList(effect.do).entries()) yield `${at}.effects[${index}].do[${action}]`;
      else yield `${at}.effects[${index}]`;
    }
  }
  for (const [name, form] of entries(pack.forms)) for (const index of (form.copies ?? []).keys()) yield `forms.${name}.copies[${index}]`;
  for (const [name, view] of entries(pack.views)) for (const index of (view.only ?? []).keys()) yield `views.${name}.only[${index}]`;
}

/** Exceptions, wherever they stand. */
function* exceptions(value: unknown, path: string): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    const below = Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    if (key === 'unless' && Array.isArray(item)) for (const index of item.keys()) yield `${below}[${index}]`;
    yield* exceptions(item, below);
  }
}

function* widened(pack: PackDocument): Generator<readonly [string, unknown]> {
  for (const [kind, document] of entries(pack.kinds)) for (const [name, act] of entries(document.acts)) if (act.by !== undefined && act.by !== 'anyone') yield [`kinds.${kind}.acts.${name}.by`, act.by];
  for (const [name, view] of entries(pack.views)) if (view.by !== undefined) yield [`views.${name}.by`, view.by];
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

/**
 * Every mutant of a pack: each figure a unit less and more, each comparison turned, each row, gate, demanded field, target, step and word of
 * a step, member of an earliest-of, owner, effect, exception, copy and restriction taken out, each `by` widened to anyone.
 */
export function mutantsOf(pack: LoadedPack, cores: readonly LoadedPack[]): readonly Mutant[] {
  const { document } = pack;
  const { stages: _stages, cases: _cases, ...rest } = document as PackDocument & { stages?: unknown; cases?: unknown };
  const mutant = (id: string, path: string, value: unknown): Mutant => ({ id, rule: ruleOf(document, path), pack: withValue(document, path, value) });
  const named = (path: string): string => {
    const item = valueAt(document, path);
    return path.includes('.required[') ? `${path.replace(/\[\d+\]$/, '')}: without ${shown(item)}` : `${path}: removed`;
  };
  return [
    ...[...figures(document), ...comparisons(pack, cores)].map(([path, from, to]) => mutant(`${path}: ${shown(from)} → ${shown(to)}`, path, to)),
    ...[...removable(document), ...exceptions(rest, '')].map((path) => mutant(named(path), path, undefined)),
    ...[...widened(document)].map(([path, by]) => mutant(`${path}: ${shown(by)} → anyone`, path, 'anyone')),
  ];
}
