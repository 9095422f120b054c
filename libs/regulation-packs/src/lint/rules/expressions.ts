import { checkExpression, comparisonOf } from '@huiyin/regulation-engine';
import { allSites } from '../expressions/all-sites.ts';
import { spoken } from '../expressions/spoken.ts';
import type { Site } from '../expressions/sites.ts';
import { finding, type LintRule } from '../lint-subject.ts';
import type { PackProblem } from '../../load/pack-problem.ts';

/** Codes of the engine's check, as lint names them. */
const codes: Readonly<Record<string, string>> = {
  syntax: 'expressionSyntax', type: 'expressionType', unknownName: 'unknownName', function: 'unknownFunction', unguarded: 'unguardedOptional', cost: 'expressionTooCostly', literal: 'figureInExpression', option: 'unknownOption', word: 'wordFixesNothing',
};

/** Where an expression decides: it gives true or false. */
const conditions = /\.(?:that|if|becomes|pausedWhile|where|governs|check|notApplicable)$|^distributions\..*\.(?:only|to)$|\.extend\.require$/;

function problemsOf(site: Site): readonly PackProblem[] {
  const { pack, path, source, scope } = site;
  const checked = checkExpression(source, scope, (name) => {
    const value = pack.document.values?.[name];
    return value === undefined ? '>=' : comparisonOf(value);
  }, conditions.test(path));
  const figures = checked.errors.some(({ code }) => code === 'literal') ? [] : checked.literals;
  return [
    ...checked.errors.map((error) => ({ ...finding(pack, path, codes[error.code] ?? error.code, ''), ...spoken(error, site, checked), found: source })),
    ...figures.map((figure) => ({ ...finding(pack, path, 'figureInExpression', `the figure ${figure} belongs in values`), found: source })),
  ];
}

/** Every expression names what is declared, is of the right type, guards what may be absent, has a bounded cost, and holds no figure. */
export const expressions: LintRule = (subject) => allSites(subject).flatMap(problemsOf);
