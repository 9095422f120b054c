import { succeeded } from '../gateway/answer.ts';
import type { Answer } from '../gateway/answer.ts';
import { isJsonObject } from '../json.ts';
import { ADMIN } from '../scenario.ts';
import type { Tenant } from './tenant.ts';

const MOST_PAGES = 50;

/** Every page of a list as the administrator sees it; one answer where the path is no list. */
export async function readEveryPage(tenant: Tenant, path: string): Promise<Answer[]> {
  const pages: Answer[] = [];
  let cursor: string | undefined;
  do {
    const page = await tenant.send(ADMIN, { method: 'GET', path, query: cursor === undefined ? {} : { cursor } });
    pages.push(page);
    const next = succeeded(page) && isJsonObject(page.body) ? page.body['nextCursor'] : undefined;
    cursor = typeof next === 'string' ? next : undefined;
  } while (cursor !== undefined && pages.length < MOST_PAGES);
  return pages;
}
