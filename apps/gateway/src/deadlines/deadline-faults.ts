import { CalendarError, DeadlineRangeError, DueSyntaxError, TimeSyntaxError } from '@huiyin/deadline-rules';
import { below, faultAt, problem } from '@huiyin/platform-http';
import type { Fault } from '@huiyin/platform-http';

const RANGE = { 'zh-CN': '超出可计算的范围：', 'zh-TW': '超出可計算的範圍：', en: 'Beyond what is computed: ' } as const;
const SYNTAX = { 'zh-CN': '期限写法不对，第 {position} 个字符处应为：{allowed}', 'zh-TW': '期限寫法不對，第 {position} 個字元處應為：{allowed}', en: 'A due time cannot be read: at character {position} expected is {allowed}' } as const;

/**
 * Runs a computation of the deadline rules; what they refuse becomes a fault at its place in the body.
 * @param pointer where the text stands that is computed
 * @throws ProblemError 422
 */
export function computed<Answer>(pointer: string, compute: () => Answer): Answer {
  try {
    return compute();
  } catch (thrown) {
    const fault = faultOf(thrown, pointer);
    if (fault) throw problem('invalid', { errors: [fault] });
    throw thrown;
  }
}

function faultOf(thrown: unknown, pointer: string): Fault | undefined {
  if (thrown instanceof DueSyntaxError) return { pointer, code: 'deadline.due-syntax', message: (locale) => SYNTAX[locale].replace('{position}', String(thrown.position)).replace('{allowed}', thrown.allowed.join(' | ')) };
  if (thrown instanceof TimeSyntaxError) return faultAt(pointer, 'wrong-format', { type: 'RFC 3339, YYYY-MM-DD' });
  if (thrown instanceof DeadlineRangeError) return { pointer, code: 'deadline.out-of-range', message: (locale) => RANGE[locale] + thrown.message };
  if (thrown instanceof CalendarError) return { ...faultAt(thrown.field.split('.').reduce<string>((at, step) => below(at, step), '/calendar'), 'wrong-format', { type: thrown.rule }), code: 'deadline.calendar' };
  return undefined;
}
