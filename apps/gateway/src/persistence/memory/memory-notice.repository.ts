import { NoticeRepository } from '../notice.repository.ts';
import type { Notice, NoticeFilter } from '../notice.repository.ts';
import { positionOfNotice } from '../notice-position.ts';



export class MemoryNoticeRepository extends NoticeRepository {
  private readonly notices = new Map<string, Notice>();
  override async put(notices: readonly Notice[]): Promise<void> {
    for (const notice of notices) if (!this.notices.has(notice.id)) this.notices.set(notice.id, notice);
  }
  override async list(tenant: string, filter: NoticeFilter, page: { readonly limit: number; readonly after?: string }): Promise<{ readonly items: readonly Notice[]; readonly next?: string }> {
    const { person, readers } = filter.visibleTo;
    const found = [...this.notices.values()]
      .filter((notice) => notice.tenant === tenant)
      .filter((notice) => filter.about === undefined || notice.about === filter.about)
      .filter((notice) => filter.to === undefined || notice.to === filter.to)
      .filter((notice) => filter.rule === undefined || notice.citation.rule === filter.rule)
      .filter((notice) => notice.to === person || notice.readers.some((token) => readers.includes(token)))
      .sort((left, right) => (positionOfNotice(left) < positionOfNotice(right) ? -1 : 1))
      .filter((notice) => page.after === undefined || positionOfNotice(notice) > page.after);
    const items = found.slice(0, page.limit);
    const last = items.at(-1);
    return { items, ...(last && found.length > page.limit && { next: positionOfNotice(last) }) };
  }
}
