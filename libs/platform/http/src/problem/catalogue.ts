import type { LocaleTexts } from '../locale/locale.ts';

export interface CatalogueEntry {
  readonly status: number;
  readonly title: LocaleTexts;
}

const entry = (status: number, zhCN: string, zhTW: string, en: string): CatalogueEntry => ({ status, title: { 'zh-CN': zhCN, 'zh-TW': zhTW, en } });

/** Problems that any HTTP edge can answer with. A code never changes; texts may. */
export const EDGE_PROBLEMS = {
  malformed: entry(400, '请求无法读懂', '請求無法讀懂', 'The request cannot be read'),
  'too-deep': entry(400, 'JSON 层数过深', 'JSON 層數過深', 'The JSON is nested too deeply'),
  'unknown-parameter': entry(400, '有不认识的查询参数', '有不認識的查詢參數', 'A query parameter is unknown'),
  'invalid-parameter': entry(400, '查询参数的值不对', '查詢參數的值不對', 'A query parameter has a wrong value'),
  'invalid-cursor': entry(400, '翻页标记无效', '翻頁標記無效', 'The cursor is not valid here'),
  'invalid-idempotency-key': entry(400, '幂等键格式不对', '冪等鍵格式不對', 'The idempotency key is not well-formed'),
  'idempotency-key-required': entry(400, '缺少 Idempotency-Key', '缺少 Idempotency-Key', 'An Idempotency-Key is required'),
  unauthenticated: entry(401, '请先登录', '請先登入', 'Sign in first'),
  'wrong-credentials': entry(401, '账号或密码不对', '帳號或密碼不對', 'Wrong login or password'),
  forbidden: entry(403, '无权这样做', '無權這樣做', 'Not permitted'),
  'not-found': entry(404, '没有找到', '沒有找到', 'Not found'),
  'method-not-allowed': entry(405, '此处不支持这种方法', '此處不支援這種方法', 'Method not allowed here'),
  'request-timeout': entry(408, '请求超时', '請求逾時', 'The request took too long'),
  conflict: entry(409, '与现状冲突', '與現狀衝突', 'Conflicts with the present state'),
  'in-flight': entry(409, '同一请求正在处理', '同一請求正在處理', 'The same request is being worked on'),
  'version-stale': entry(412, '内容已被他人改动', '內容已被他人改動', 'Someone else changed this meanwhile'),
  'too-large': entry(413, '内容过大', '內容過大', 'The body is too large'),
  'unsupported-media-type': entry(415, '内容类型不受支持', '內容類型不受支援', 'Unsupported content type'),
  invalid: entry(422, '内容有误', '內容有誤', 'The content is not valid'),
  'idempotency-key-reused': entry(422, '同一个幂等键用于不同内容', '同一個冪等鍵用於不同內容', 'This idempotency key was used for another request'),
  'version-required': entry(428, '缺少 If-Match', '缺少 If-Match', 'An If-Match header is required'),
  'too-many-requests': entry(429, '请求过于频繁', '請求過於頻繁', 'Too many requests'),
  internal: entry(500, '系统出错', '系統出錯', 'Something went wrong on our side'),
  unavailable: entry(503, '暂时无法服务', '暫時無法服務', 'Temporarily unavailable'),
} as const satisfies Record<string, CatalogueEntry>;

export type EdgeProblemCode = keyof typeof EDGE_PROBLEMS;
