import type { Notice } from './notice.repository.ts';

/** Keyset position: instant, then id. */
export const positionOfNotice = (notice: Pick<Notice, 'at' | 'id'>): string => `${notice.at}|${notice.id}`;
