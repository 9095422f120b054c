import type { Linter } from 'eslint';
import { judge } from './judge.ts';

const VIOLATION = { title: 'planted', file: 'apps/x/src/planted.ts', code: 'x', refusedBy: 'a/rule', message: 'only depend' };
const CLEAN = { title: 'clean', file: 'apps/x/src/planted.ts', code: 'x' };
const said = (ruleId: string | null, message: string, severity: 1 | 2 = 2): Linter.LintMessage => ({ ruleId, message, severity, line: 1, column: 1 });

describe('the verdict on a planted file', () => {
  it('holds where the rule that is there for it refuses', () => {
    expect(judge(VIOLATION, [said('other', 'x'), said('a/rule', 'may only depend on …')])).toMatchObject({ ok: true });
  });

  it.each([
    ['nothing refuses', []],
    ['another rule refuses', [said('other', 'may only depend on …')]],
    ['the rule refuses something else', [said('a/rule', 'is misspelt')]],
    ['the rule only warns', [said('a/rule', 'may only depend on …', 1)]],
    ['the code does not parse', [said(null, 'only depend: parsing error')]],
  ])('fails where %s', (_, messages) => {
    expect(judge(VIOLATION, messages)).toMatchObject({ ok: false, told: expect.stringContaining('NOT refused by a/rule') });
  });

  it('holds for a clean file that passes and fails for one that is refused', () => {
    expect(judge(CLEAN, [])).toMatchObject({ ok: true });
    expect(judge(CLEAN, [said('a/rule', 'no')])).toMatchObject({ ok: false, told: 'a/rule: no' });
  });
});
