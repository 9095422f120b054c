import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Node } from 'yaml';
import type { PackProblem, Position } from './pack-problem.ts';
import { pathBelow } from './positions.ts';
import { readText } from './read-text.ts';
import { yamlMessage } from './yaml-advice.ts';

/** Deeper than any pack's file will ever be. */
const deepest = 64;

export interface YamlFile {
  readonly file: string;
  readonly value: unknown;
  readonly places: ReadonlyMap<string, Position>;
  readonly problems: readonly PackProblem[];
}

/** Offset at which brackets or dashes of one line nest too deeply; the parser would run out of stack. */
function tooDeep(source: string): number | undefined {
  let depth = 0;
  for (let at = 0; at < source.length; at += 1) {
    const character = source[at];
    if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth = Math.max(depth - 1, 0);
    if (depth > deepest) return at;
  }
  return new RegExp(`(?:- ){${deepest}}`).exec(source)?.index;
}

/** Reads one YAML 1.2 file with the place of every item. Anchors, aliases, tags, duplicate keys and keys that are no words are refused: a pack is plain data. */
export function readYaml(file: string, shown: string = file): YamlFile {
  const read = readText(file, shown);
  if ('problem' in read) return { file: shown, value: undefined, places: new Map(), problems: [read.problem] };
  const source = read.text;
  const lines = new LineCounter();
  const problems: PackProblem[] = [];
  const places = new Map<string, Position>();
  const place = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { file: shown, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const problem = (code: string, message: string, offset: number): void => {
    problems.push({ code, severity: 'error', path: '', message, ...place(offset) });
  };
  const deep = tooDeep(source);
  if (deep !== undefined) {
    problem('yaml', `nested deeper than ${deepest}`, deep);
    return { file: shown, value: undefined, places, problems };
  }

  // Keys are compared below: the parser's own check takes time that grows with the square of their number.
  const document = parseDocument(source, { version: '1.2', uniqueKeys: false, lineCounter: lines, strict: true, prettyErrors: false });
  // What the parser says behind its first stumble follows from that.
  const [stumble] = document.errors;
  if (stumble !== undefined) problem('yaml', yamlMessage(stumble), stumble.pos[0]);
  visit(document, {
    Node: (_key, node) => {
      const at = node.range?.[0] ?? 0;
      if (isAlias(node)) problem('alias', 'aliases are not allowed in a pack', at);
      else if ('anchor' in node && node.anchor !== undefined) problem('alias', 'anchors are not allowed in a pack', at);
      if (isMap(node)) {
        const keys = new Set<string>();
        for (const { key } of node.items) {
          if (isMap(key) || isSeq(key)) problem('yaml', 'a key is a word, not a map or a list', key.range?.[0] ?? at);
          const name = isScalar(key) ? String(key.value) : String(key);
          if (keys.has(name)) problem('duplicate', `the key ${name} is given twice`, isScalar(key) ? (key.range?.[0] ?? at) : at);
          keys.add(name);
        }
      }
      if (node.tag !== undefined) problem('yaml', `the tag ${node.tag} is not allowed in a pack`, at);
    },
  });
  if (problems.length > 0) return { file: shown, value: undefined, places, problems };

  const walk = (node: Node | null | undefined, path: string, at: number): void => {
    places.set(path, place(at));
    if (isMap(node)) {
      for (const pair of node.items) {
        const key = isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
        const keyAt = isScalar(pair.key) ? (pair.key.range?.[0] ?? at) : at;
        const value = pair.value as Node | null;
        walk(value, pathBelow(path, key), isScalar(value) ? (value.range?.[0] ?? keyAt) : keyAt);
      }
    } else if (isSeq(node)) {
      node.items.forEach((item, index) => walk(item as Node, pathBelow(path, index), (item as Node).range?.[0] ?? at));
    }
  };
  walk(document.contents, '', document.contents?.range?.[0] ?? 0);
  return { file: shown, value: document.toJS({ maxAliasCount: 0 }), places, problems };
}
