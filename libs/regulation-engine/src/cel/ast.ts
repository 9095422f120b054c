import { parse } from '@marcbachmann/cel-js';
import type { ASTNode } from '@marcbachmann/cel-js';

export type Node = ASTNode;

/** Syntax error in an expression; `at` is an offset in the source. */
export class ExpressionSyntaxError extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.name = 'ExpressionSyntaxError';
    this.at = at;
  }
}

/** Parses CEL. Throws {@link ExpressionSyntaxError}. */
export function parseExpression(source: string): Node {
  try {
    return parse(source).ast;
  } catch (error) {
    throw new ExpressionSyntaxError(firstLine(error), positionOf(error));
  }
}

/** Direct children of a node, in source order. */
export function children(node: Node): readonly Node[] {
  switch (node.op) {
    case 'value':
    case 'id':
      return [];
    case '.':
    case '.?':
      return [node.args[0]];
    case 'call':
      return node.args[1];
    case 'rcall':
      return [node.args[1], ...node.args[2]];
    case 'list':
      return node.args;
    case 'map':
      return node.args.flat();
    case '!_':
    case '-_':
      return [node.args];
    default:
      return node.args as readonly Node[];
  }
}

/** `a.b.c` as its names, root first; undefined for anything else. */
export function pathOf(node: Node): readonly string[] | undefined {
  if (node.op === 'id') return [node.args];
  if (node.op !== '.') return undefined;
  const left = pathOf(node.args[0]);
  return left && [...left, node.args[1]];
}

/** Does the expression call one of these functions anywhere? */
export function callsAny(node: Node, names: ReadonlySet<string>): boolean {
  return (node.op === 'call' && names.has(node.args[0])) || children(node).some((child) => callsAny(child, names));
}

/** Macros that bind a variable over a list. */
export const COMPREHENSIONS: ReadonlySet<string> = new Set(['exists', 'all', 'exists_one', 'filter', 'map']);

export function firstLine(error: unknown): string {
  const message = error instanceof Error ? ((error as { summary?: string }).summary ?? error.message) : String(error);
  return message.split('\n')[0] ?? message;
}

export function positionOf(error: unknown): number {
  return (error as { range?: { start: number } }).range?.start ?? 0;
}
