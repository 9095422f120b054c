import { isMap, isNode, isScalar, isSeq } from 'yaml';
import type { Node } from 'yaml';
import { escapePointer } from '../match/difference.ts';

/** Line of every value below a node, by its JSON pointer from that node. */
export function linesBelow(node: Node, lineOf: (node: Node) => number): Map<string, number> {
  const lines = new Map<string, number>();
  const note = (pointer: string, key: Node, value: unknown): void => {
    lines.set(pointer, lineOf(key));
    if (isNode(value)) walk(value, pointer);
  };
  const walk = (below: Node, pointer: string): void => {
    if (isMap(below)) {
      for (const { key, value } of below.items) {
        if (isScalar(key)) note(`${pointer}/${escapePointer(`${key.value}`)}`, key, value);
      }
    }
    if (isSeq(below)) below.items.forEach((item, index) => isNode(item) && note(`${pointer}/${index}`, item, item));
  };
  walk(node, '');
  return lines;
}
