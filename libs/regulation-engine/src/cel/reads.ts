import { COMPREHENSIONS, children, pathOf } from './ast.ts';
import type { Node } from './ast.ts';

/** Paths an expression reads from its scope, without the variables that comprehensions bind. */
export function readsOf(node: Node): readonly string[] {
  const found = new Set<string>();
  visit(node, new Set(), found);
  return [...found];
}

function visit(node: Node, bound: ReadonlySet<string>, found: Set<string>): void {
  const path = pathOf(node);
  if (path) {
    if (!bound.has(path[0]!)) found.add(path.join('.'));
    return;
  }
  if (node.op === 'rcall' && COMPREHENSIONS.has(node.args[0])) {
    const [, receiver, args] = node.args;
    visit(receiver, bound, found);
    const inner = args[0]?.op === 'id' ? new Set([...bound, args[0].args]) : bound;
    for (const body of args.slice(1)) visit(body, inner, found);
    return;
  }
  for (const child of children(node)) visit(child, bound, found);
}
