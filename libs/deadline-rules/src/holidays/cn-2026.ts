import type { HolidayNotice } from './holiday-notice.ts';

/** 国务院办公厅关于2026年部分节假日安排的通知, 2025-11-04. */
export const CN_2026: HolidayNotice = {
  id: 'CN-2026',
  country: 'CN',
  year: 2026,
  title: '国务院办公厅关于2026年部分节假日安排的通知',
  number: null,
  published: '2025-11-04',
  url: 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm',
  off: [
    { name: { 'zh-CN': '元旦', 'zh-TW': '元旦', en: 'New Year' }, from: '2026-01-01', to: '2026-01-03' },
    { name: { 'zh-CN': '春节', 'zh-TW': '春節', en: 'Spring Festival' }, from: '2026-02-15', to: '2026-02-23' },
    { name: { 'zh-CN': '清明节', 'zh-TW': '清明節', en: 'Qingming Festival' }, from: '2026-04-04', to: '2026-04-06' },
    { name: { 'zh-CN': '劳动节', 'zh-TW': '勞動節', en: 'Labour Day' }, from: '2026-05-01', to: '2026-05-05' },
    { name: { 'zh-CN': '端午节', 'zh-TW': '端午節', en: 'Dragon Boat Festival' }, from: '2026-06-19', to: '2026-06-21' },
    { name: { 'zh-CN': '中秋节', 'zh-TW': '中秋節', en: 'Mid-Autumn Festival' }, from: '2026-09-25', to: '2026-09-27' },
    { name: { 'zh-CN': '国庆节', 'zh-TW': '國慶節', en: 'National Day' }, from: '2026-10-01', to: '2026-10-07' },
  ],
  makeUp: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
};
