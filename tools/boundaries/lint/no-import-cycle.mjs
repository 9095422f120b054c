import { existsSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';

/** A value import or re-export of a relative path; types are erased and close no cycle. */
const VALUE_IMPORT = /^\s*(?:import|export)\s+(?!type\b)(?:[^'";]*?\sfrom\s+)?['"](\.{1,2}\/[^'"]+)['"]/gm;

/** @type {Map<string, string[]>} */
const importsByFile = new Map();

/** Files that a file imports by relative path, read once in a run. */
function importsOf(file) {
  let found = importsByFile.get(file);
  if (!found) {
    found = existsSync(file) ? valueImports(readFileSync(file, 'utf8'), file) : [];
    importsByFile.set(file, found);
  }
  return found;
}

function valueImports(text, file) {
  return [...text.matchAll(VALUE_IMPORT)].map((hit) => resolve(dirname(file), hit[1]));
}

/** The way from `from` back to `goal`, or undefined. */
function wayTo(goal, from) {
  const seen = new Set();
  const walk = (file, path) => {
    if (file === goal) return path;
    if (seen.has(file)) return undefined;
    seen.add(file);
    for (const next of importsOf(file)) {
      const way = walk(next, [...path, next]);
      if (way) return way;
    }
    return undefined;
  };
  return walk(from, [from]);
}

/** Refuses files that import each other in a circle: injected classes are undefined then, and ESM throws. */
export const noImportCycle = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { cycle: 'Import cycle: {{way}}' },
  },
  create(context) {
    const { filename } = context;
    const check = (node) => {
      const path = node.source?.value;
      const onlyTypes = (node.importKind ?? node.exportKind) === 'type';
      if (typeof path !== 'string' || !path.startsWith('.') || onlyTypes) return;
      const way = wayTo(filename, resolve(dirname(filename), path));
      if (!way) return;
      const names = [filename, ...way].map((file) => relative(dirname(filename), file) || '.');
      context.report({ node, messageId: 'cycle', data: { way: names.join(' → ') } });
    };
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check };
  },
};
