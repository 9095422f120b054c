import type { HolidayNotice } from './holiday-notice.ts';

/** 国务院办公厅关于2025年部分节假日安排的通知 (国办发明电〔2024〕12号), 2024-11-12. */
export const CN_2025: HolidayNotice = {
  id: 'CN-2025',
  country: 'CN',
  year: 2025,
  title: '国务院办公厅关于2025年部分节假日安排的通知',
  number: '国办发明电〔2024〕12号',
  published: '2024-11-12',
  url: 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm',
  off: [
    { name: { 'zh-CN': '元旦', 'zh-TW': '元旦', en: 'New Year' }, from: '2025-01-01', to: '2025-01-01' },
    { name: { 'zh-CN': '春节', 'zh-TW': '春節', en: 'Spring Festival' }, from: '2025-01-28', to: '2025-02-04' },
    { name: { 'zh-CN': '清明节', 'zh-TW': '清明節', en: 'Qingming Festival' }, from: '2025-04-04', to: '2025-04-06' },
    { name: { 'zh-CN': '劳动节', 'zh-TW': '勞動節', en: 'Labour Day' }, from: '2025-05-01', to: '2025-05-05' },
    { name: { 'zh-CN': '端午节', 'zh-TW': '端午節', en: 'Dragon Boat Festival' }, from: '2025-05-31', to: '2025-06-02' },
    { name: { 'zh-CN': '国庆节、中秋节', 'zh-TW': '國慶節、中秋節', en: 'National Day and Mid-Autumn Festival' }, from: '2025-10-01', to: '2025-10-08' },
  ],
  makeUp: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
};
