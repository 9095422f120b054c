import { filterPath } from '../matter-filter.ts';
import type { MatterFilter, StoredMatter } from '../matter-store.port.ts';
import { readCursor, sortDirection, sortValue, writeCursor } from '../matter-page.ts';
import type { MatterSort } from '../matter-page.ts';

/** Whether a stored matter passes a list's filter. */
export function matches(stored: StoredMatter, filter: MatterFilter): boolean {
  if (filter.kind !== undefined && stored.kind !== filter.kind) return false;
  if (filter.open !== undefined && stored.matter.final === filter.open) return false;
  if (filter.readers !== undefined && !filter.readers.some((reader) => stored.readers.includes(reader))) return false;
  return Object.entries(filter.equals ?? {}).every(([name, wanted]) => equals(valueAt(stored.matter, filterPath(name)), wanted));
}

/** One page of matters in a list's order. */
export function pageOf(all: readonly StoredMatter[], page: { readonly sort: MatterSort; readonly limit: number; readonly after?: string }): { readonly items: readonly StoredMatter[]; readonly next?: string } {
  const direction = sortDirection(page.sort);
  const byOrder = (a: { value: string; id: string }, b: { value: string; id: string }): number => direction * (compare(a.value, b.value) || compare(a.id, b.id));
  const place = (stored: StoredMatter): { value: string; id: string } => ({ value: sortValue(stored, page.sort), id: stored.id });
  const after = page.after === undefined ? undefined : readCursor(page.after);
  const rest = all.filter((stored) => after === undefined || byOrder(place(stored), after) > 0).sort((a, b) => byOrder(place(a), place(b)));
  const items = rest.slice(0, page.limit);
  const last = items.at(-1);
  return rest.length > items.length && last ? { items, next: writeCursor(place(last)) } : { items };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function valueAt(from: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined), from);
}

function equals(value: unknown, wanted: unknown): boolean {
  if (Array.isArray(value) && !Array.isArray(wanted)) return value.some((item) => equals(item, wanted));
  if (wanted === null) return value === null || value === undefined;
  return JSON.stringify(value) === JSON.stringify(wanted);
}
