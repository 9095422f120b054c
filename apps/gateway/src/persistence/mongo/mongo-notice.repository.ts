import { NoticeRepository } from '../notice.repository.ts';
import type { Notice, NoticeFilter } from '../notice.repository.ts';
import { positionOfNotice } from '../notice-position.ts';
import { rowOf } from './collections.ts';
import type { GatewayCollections, NoticeRow } from './collections.ts';

function noticeOf({ _id, position: _position, ...rest }: NoticeRow): Notice {
  return { id: _id, ...rest };
}

export class MongoNoticeRepository extends NoticeRepository {
  constructor(private readonly notices: GatewayCollections['notices']) {
    super();
  }
  override async put(notices: readonly Notice[]): Promise<void> {
    if (notices.length === 0) return;
    const writes = notices.map((notice) => {
      const { _id, ...row } = { ...rowOf(notice), position: positionOfNotice(notice) };
      return { updateOne: { filter: { _id }, update: { $setOnInsert: row }, upsert: true } };
    });
    await this.notices.bulkWrite(writes, { ordered: false });
  }
  override async list(tenant: string, filter: NoticeFilter, page: { readonly limit: number; readonly after?: string }): Promise<{ readonly items: readonly Notice[]; readonly next?: string }> {
    const { person, readers } = filter.visibleTo;
    const condition = {
      tenant: { $eq: tenant },
      ...(filter.about !== undefined && { about: { $eq: filter.about } }),
      ...(filter.to !== undefined && { to: { $eq: filter.to } }),
      ...(filter.rule !== undefined && { 'citation.rule': { $eq: filter.rule } }),
      ...(page.after !== undefined && { position: { $gt: page.after } }),
      $or: [{ to: { $eq: person } }, { readers: { $in: [...readers] } }],
    };
    const rows = await this.notices.find(condition).sort({ position: 1 }).limit(page.limit + 1).toArray();
    const shown = rows.slice(0, page.limit);
    const last = shown.at(-1);
    return { items: shown.map(noticeOf), ...(last && rows.length > page.limit && { next: last.position }) };
  }
}
