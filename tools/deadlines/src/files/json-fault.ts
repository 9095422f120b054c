type Expected = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd' | 'nothing';

/** Where the next token begins, and what may stand there. */
interface Taken {
  to: number;
  expected: Expected;
}

const BLANK = /[ \t\n\r]*/y;
const STRING = /"[^"\\\p{Cc}]*(?:(?:[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))[^"\\\p{Cc}]*)*"/uy;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])|(?:true|false|null)(?!\w)/y;

/** Where a text stops being JSON, and what would be right there; JSON.parse does not always say. Null if it never does. */
export function jsonFault(text: string): { offset: number; allowed: readonly string[] } | null {
  const open: ('}' | ']')[] = [];
  let expected: Expected = 'value';
  for (let offset = skip(text, 0); ; ) {
    const end = offset === text.length;
    if (end && expected === 'nothing') return null;
    const found: Taken | null = end ? null : next(text, offset, expected, open);
    if (!found) return { offset, allowed: allowedAt(expected, open.at(-1)) };
    expected = found.expected;
    offset = skip(text, found.to);
  }
}

/** Takes what stands at an offset, if it may stand there. */
function next(text: string, offset: number, expected: Expected, open: ('}' | ']')[]): Taken | null {
  const sign = text[offset]!;
  const after = (): Expected => (open.length === 0 ? 'nothing' : 'commaOrEnd');
  if (expected === 'nothing') return null;
  if (expected === 'colon') return sign === ':' ? { to: offset + 1, expected: 'value' } : null;
  if (sign === open.at(-1) && ['keyOrEnd', 'valueOrEnd', 'commaOrEnd'].includes(expected)) {
    open.pop();
    return { to: offset + 1, expected: after() };
  }
  if (expected === 'commaOrEnd') return sign === ',' ? { to: offset + 1, expected: open.at(-1) === '}' ? 'key' : 'value' } : null;
  const string = matched(STRING, text, offset);
  if (expected === 'key' || expected === 'keyOrEnd') return string === null ? null : { to: string, expected: 'colon' };
  if (sign === '{' || sign === '[') {
    open.push(sign === '{' ? '}' : ']');
    return { to: offset + 1, expected: sign === '{' ? 'keyOrEnd' : 'valueOrEnd' };
  }
  const to = string ?? matched(SCALAR, text, offset);
  return to === null ? null : { to, expected: after() };
}

function allowedAt(expected: Expected, closing: string | undefined): string[] {
  const end = closing === undefined ? [] : [closing];
  switch (expected) {
    case 'value': return ['a value'];
    case 'valueOrEnd': return ['a value', ...end];
    case 'key': return ['a key in double quotes'];
    case 'keyOrEnd': return ['a key in double quotes', ...end];
    case 'colon': return [':'];
    case 'commaOrEnd': return [',', ...end];
    case 'nothing': return ['the end of the file'];
  }
}

function skip(text: string, offset: number): number {
  return matched(BLANK, text, offset)!;
}

function matched(pattern: RegExp, text: string, offset: number): number | null {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : null;
}
