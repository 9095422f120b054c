import type { StoredMatter } from './matter-store.port.ts';

export type MatterSort = 'openedAt' | '-openedAt' | 'number' | '-number';

/** Where a page of a sorted list stopped: the sort value and the id that breaks ties. */
export interface PageMark {
  readonly value: string;
  readonly id: string;
}

export const sortField = (sort: MatterSort): 'openedAt' | 'number' => (sort.endsWith('number') ? 'number' : 'openedAt');
export const sortDirection = (sort: MatterSort): 1 | -1 => (sort.startsWith('-') ? -1 : 1);

/** Matters without a number sort before the first number. */
export const sortValue = (stored: StoredMatter, sort: MatterSort): string => (sortField(sort) === 'number' ? (stored.matter.number ?? '') : stored.matter.openedAt);

export const writeCursor = (mark: PageMark): string => Buffer.from(JSON.stringify([mark.value, mark.id])).toString('base64url');

/** @throws RangeError when the text is no cursor of ours */
export function readCursor(text: string): PageMark {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (Array.isArray(parsed) && parsed.length === 2 && parsed.every((part) => typeof part === 'string')) return { value: parsed[0] as string, id: parsed[1] as string };
  } catch {
    // told below
  }
  throw new RangeError('The cursor is not one of this list');
}
