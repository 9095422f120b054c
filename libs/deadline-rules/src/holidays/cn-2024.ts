import type { HolidayNotice } from './holiday-notice.ts';

/** 国务院办公厅关于2024年部分节假日安排的通知 (国办发明电〔2023〕7号), 2023-10-25. 除夕 (02-09) is only encouraged leave: it stays a working day. */
export const CN_2024: HolidayNotice = {
  id: 'CN-2024',
  country: 'CN',
  year: 2024,
  title: '国务院办公厅关于2024年部分节假日安排的通知',
  number: '国办发明电〔2023〕7号',
  published: '2023-10-25',
  url: 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm',
  off: [
    { name: { 'zh-CN': '元旦', 'zh-TW': '元旦', en: 'New Year' }, from: '2024-01-01', to: '2024-01-01' },
    { name: { 'zh-CN': '春节', 'zh-TW': '春節', en: 'Spring Festival' }, from: '2024-02-10', to: '2024-02-17' },
    { name: { 'zh-CN': '清明节', 'zh-TW': '清明節', en: 'Qingming Festival' }, from: '2024-04-04', to: '2024-04-06' },
    { name: { 'zh-CN': '劳动节', 'zh-TW': '勞動節', en: 'Labour Day' }, from: '2024-05-01', to: '2024-05-05' },
    { name: { 'zh-CN': '端午节', 'zh-TW': '端午節', en: 'Dragon Boat Festival' }, from: '2024-06-10', to: '2024-06-10' },
    { name: { 'zh-CN': '中秋节', 'zh-TW': '中秋節', en: 'Mid-Autumn Festival' }, from: '2024-09-15', to: '2024-09-17' },
    { name: { 'zh-CN': '国庆节', 'zh-TW': '國慶節', en: 'National Day' }, from: '2024-10-01', to: '2024-10-07' },
  ],
  makeUp: ['2024-02-04', '2024-02-18', '2024-04-07', '2024-04-28', '2024-05-11', '2024-09-14', '2024-09-29', '2024-10-12'],
};
