import type { Json } from '../json.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed where the answer is JSON, the text otherwise, `null` where it is empty. */
  readonly body: Json;
  /** As it came, for searching it. */
  readonly text: string;
}

export function succeeded(answer: Answer): boolean {
  return answer.status >= 200 && answer.status < 300;
}

const LONGEST = 1200;

/** The answer in one line, for a message. */
export function describeAnswer(answer: Answer): string {
  const text = answer.text.length > LONGEST ? `${answer.text.slice(0, LONGEST)}…` : answer.text;
  return `${answer.status} ${text}`.trim();
}
