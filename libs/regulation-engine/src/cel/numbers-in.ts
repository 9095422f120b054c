import { children } from './ast.ts';
import type { Node } from './ast.ts';

/** Figures of an expression that belong in `values`: every number literal but 0 and 1. */
export function literalsOf(node: Node): readonly string[] {
  if (node.op === 'value') {
    const { args } = node;
    const figure = typeof args === 'bigint' || typeof args === 'number';
    return figure && Number(args) !== 0 && Number(args) !== 1 ? [String(args)] : [];
  }
  return children(node).flatMap(literalsOf);
}
