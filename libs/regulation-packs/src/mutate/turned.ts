/** An operator of an expression and what it is turned into. */
const turns: Readonly<Record<string, readonly string[]>> = {
  '==': ['!='], '!=': ['=='], '<': ['<=', '>'], '<=': ['<', '>'], '>': ['>=', '<'], '>=': ['>', '<'], '&&': ['||'], '||': ['&&'],
};

/** Texts, then what may be turned. */
const tokens = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|==|!=|<=|>=|<|>|&&|\|\||\bhas\(|\bholds\(/g;
/** An operand before or behind `in`: a path, or a list. */
const membership = /([A-Za-z_][\w.]*)\s+in\s+(\[[^\]]*\]|[A-Za-z_][\w.]*)/g;

/** The expression with one comparison turned, once for each: `>` → `>=` and `<`, `==` → `!=`, `&&` → `||`, `has(x)` → `!has(x)`, `a in b` → `!(a in b)`. */
export function turned(expression: string): readonly string[] {
  const found: string[] = [];
  const swap = (at: number, length: number, by: string): void => {
    found.push(expression.slice(0, at) + by + expression.slice(at + length));
  };
  const texts: [number, number][] = [];
  for (const match of expression.matchAll(tokens)) {
    const token = match[0];
    if (token.startsWith("'") || token.startsWith('"')) texts.push([match.index, match.index + token.length]);
    else if (token.endsWith('(')) swap(match.index, token.length, `!${token}`);
    else for (const other of turns[token] ?? []) swap(match.index, token.length, other);
  }
  for (const match of expression.matchAll(membership)) {
    if (!texts.some(([from, to]) => match.index > from && match.index < to)) swap(match.index, match[0].length, `!(${match[0]})`);
  }
  if (found.length === 0 && /^[a-z]\w*(\.\w+)+$/.test(expression)) swap(0, expression.length, `!${expression}`);
  return found.map((text) => text.replaceAll('!!', ''));
}
