import type { ExplainLanguage } from '@huiyin/deadline-rules';

/** What a preview says beside the moved dues themselves. */
export interface PreviewWords {
  summary(moved: number, turned: number, open: number): string;
  value(name: string, old: string, now: string): string;
  dates(count: number): string;
  none: string;
  differences: string;
}

export const PREVIEW_WORDS: Readonly<Record<ExplainLanguage, PreviewWords>> = {
  'zh-CN': {
    summary: (moved, turned, open) => `未结期限${open}项：到期变动${moved}项，暂定与确定之间转变${turned}项`,
    value: (name, old, now) => `${name}：${old} → ${now}`,
    dates: (count) => `${count}个日期不同`,
    none: '两份之间没有影响期限的差异',
    differences: '差异：',
  },
  'zh-TW': {
    summary: (moved, turned, open) => `未結期限${open}項：到期變動${moved}項，暫定與確定之間轉變${turned}項`,
    value: (name, old, now) => `${name}：${old} → ${now}`,
    dates: (count) => `${count}個日期不同`,
    none: '兩份之間沒有影響期限的差異',
    differences: '差異：',
  },
  en: {
    summary: (moved, turned, open) => `${open} open: ${moved} would move, ${turned} would turn firm or provisional`,
    value: (name, old, now) => `${name}: ${old} → ${now}`,
    dates: (count) => `${count} single ${count === 1 ? 'date differs' : 'dates differ'}`,
    none: 'nothing differs that a due depends on',
    differences: 'Differences:',
  },
};
