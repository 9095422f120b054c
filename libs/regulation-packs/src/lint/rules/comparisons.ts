import { withoutExamples } from '../../cases/case-document.ts';
import { pathBelow } from '../../load/positions.ts';
import { all, finding, type LintRule } from '../lint-subject.ts';

const before = /(<=|>=|<|>)\s*values\.([A-Za-z][A-Za-z0-9]*)/g;
const behind = /values\.([A-Za-z][A-Za-z0-9]*)\s*(<=|>=|<|>)/g;

/** Names of values that an expression compares by an operator of its own. */
function comparedValues(expression: string): readonly string[] {
  return [...[...expression.matchAll(before)].map((match) => match[2]), ...[...expression.matchAll(behind)].map((match) => match[1])].filter((name) => name !== undefined);
}

/**
 * The clause's word fixes how its figure is compared (以内 includes it, 超过 does not): such a figure is compared by `holds()`,
 * never by an operator that could contradict the word.
 */
export const comparisons: LintRule = (subject) =>
  all(subject).flatMap((pack) => {
    const { texts: _texts, cites: _cites, values = {}, ...rest } = withoutExamples(pack.document);
    const found: ReturnType<LintRule>[number][] = [];
    const walk = (value: unknown, path: string): void => {
      if (typeof value === 'string') {
        for (const name of comparedValues(value)) {
          const word = values[name]?.reads ?? values[name]?.word;
          if (word !== undefined) found.push(finding(pack, path, 'comparisonBesideWord', `the word ${word} fixes how values.${name} is compared: say holds(…, values.${name})`));
        }
      } else if (Array.isArray(value)) value.forEach((item, index) => walk(item, pathBelow(path, index)));
      else if (typeof value === 'object' && value !== null) for (const [key, item] of Object.entries(value)) walk(item, pathBelow(path, key));
    };
    walk(rest, '');
    return found;
  });
