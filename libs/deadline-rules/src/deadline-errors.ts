/** A calendar document that cannot be compiled: which field, and the rule it breaks. */
export class CalendarError extends Error {
  override readonly name = 'CalendarError';
  /** Path of the field inside the document, such as `days.2026-10-08`. */
  readonly field: string;
  /** What the field must be. */
  readonly rule: string;

  constructor(field: string, rule: string, found?: unknown) {
    super(`calendar ${field}: ${rule}${found === undefined ? '' : `; found ${quoted(found)}`}`);
    this.field = field;
    this.rule = rule;
  }
}

/** A due text that cannot be read: where, and what is allowed there. */
export class DueSyntaxError extends Error {
  override readonly name = 'DueSyntaxError';
  readonly text: string;
  /** Offset of the first character that does not fit, from 0. */
  readonly position: number;
  readonly allowed: readonly string[];

  constructor(text: string, position: number, allowed: readonly string[]) {
    super(`due ${quoted(text)}, position ${position}: expected ${allowed.join(' | ')}`);
    this.text = text;
    this.position = position;
    this.allowed = allowed;
  }
}

/** An instant or date text that is not well formed. */
export class TimeSyntaxError extends Error {
  override readonly name = 'TimeSyntaxError';

  constructor(expected: string, found: unknown) {
    super(`expected ${expected}; found ${quoted(found)}`);
  }
}

/** A question whose answer, or one of whose operands, lies outside what the library computes. */
export class DeadlineRangeError extends RangeError {
  override readonly name = 'DeadlineRangeError';
}

function quoted(found: unknown): string {
  const text = typeof found === 'string' ? found : String(JSON.stringify(found));
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
