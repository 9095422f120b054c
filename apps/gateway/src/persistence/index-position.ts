import type { IndexedMatter } from './matter-index.repository.ts';

/** Keyset position: opening instant, then id; stable under inserts. */
export const positionOfIndexed = (indexed: Pick<IndexedMatter, 'openedAt' | 'id'>): string => `${indexed.openedAt}|${indexed.id}`;
