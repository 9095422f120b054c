import { allSites } from '../lint/expressions/all-sites.ts';
import { loadCore, loadPack } from '../load/load-pack.ts';
import { listCores, listPacks } from '../load/pack-directory.ts';
import { comparer } from './compare.ts';
import { generatedScope, seeded } from './generated-scope.ts';

const cores = listCores().map(loadCore);
const coreDocuments = cores.map(({ document }) => document);
const rounds = 60;

describe.each(listPacks())('every expression of the cores and %s, on generated scopes', (id) => {
  const pack = loadPack(id);
  const compare = comparer([pack.document], coreDocuments);
  const sites = allSites({ cores, packs: [pack], overrides: {} });

  it('gives the same value in both implementations of CEL, or is refused by both', () => {
    const random = seeded(20_261_009);
    let given = 0;
    let refused = 0;
    const differing = sites.flatMap(({ pack: of, path, source, scope }) => {
      const evaluate = compare(of.document.pack, source);
      return Array.from({ length: rounds }, () => {
        const answers = evaluate(generatedScope(scope, source, random));
        if ('value' in answers.engine) given += 1;
        else refused += 1;
        return JSON.stringify(answers.engine) === JSON.stringify(answers.second) ? undefined : `${path}: ${source}: ${JSON.stringify(answers)}`;
      }).filter((difference) => difference !== undefined).slice(0, 1);
    });
    expect(differing).toEqual([]);
    expect(sites.length).toBeGreaterThan(90);
    // Lint guards optional facts, so that most scopes give a value.
    expect(given).toBeGreaterThan(refused * 9);
  });
});

describe('expressions of every sort', () => {
  const compare = comparer([], coreDocuments);
  const names = {
    matter: { a: 1n, b: 2n, half: 0.5, none: null, text: 'paid', yes: true, list: [1n, 2n, 3n], lines: [{ qty: 1n, ok: true }, { qty: 2n, ok: null }], link: { id: 'x', at: null }, steps: { take: { open: true } }, runsOfSteps: [{ name: 'take', open: false }, { name: 'take', open: true }], at: '2026-10-09T03:40:00.000Z' },
    values: { limit: 'PT30M' }, after: {}, act: {}, event: null, actor: 'C1', now: '2026-10-09T03:40:00.000Z', facts: {}, line: null, it: null, key: null, value: null, starter: null,
  };

  it.each<readonly [string, unknown]>([
    ['1 + 1', 2], ['matter.a + matter.b * matter.b', 5], ['-matter.a', -1], ['matter.b / 2', 1], ['matter.a / matter.b', 0], ['7 % matter.b', 1],
    ['matter.a / 0', undefined], ['matter.a + matter.none', undefined], ['matter.a + matter.text', undefined], ['matter.a * matter.half', 0.5], ['matter.half + matter.a', 1.5], ['matter.half / 0', undefined],
    ['9223372036854775807 + matter.a', undefined], ['-9223372036854775808 - matter.a', undefined], ['9223372036854775807 * matter.b', undefined],
    ['matter.a < matter.b', true], ['matter.a >= matter.b', false], ['matter.none < 1', undefined], ['matter.text < 1', undefined], ["matter.text < 'q'", true],
    ['matter.a == 1', true], ['matter.none == null', true], ['matter.none != null', false], ['matter.text == null', false], ["matter.none == 'x'", false], ["matter.text != 'paid'", false],
    ["matter.text in ['paid', 'free']", true], ["matter.none in ['paid']", false], ['matter.a in matter.list', true], ['matter.a in []', false],
    ['has(matter.text)', true], ['has(matter.none)', false], ['has(matter.link.at)', false], ['has(matter.link.id)', true], ['has(matter.none.id)', false], ['has(line.qty)', false],
    ['matter.yes && matter.a == 1', true], ['matter.none && matter.yes', undefined], ['matter.yes || matter.none', true], ['matter.none || matter.yes', undefined], ['!matter.yes', false], ['!matter.none', undefined],
    ['matter.a / 0 == 1 || matter.yes', undefined], ['matter.yes || matter.a / 0 == 1', true], ['matter.a / 0 == 1 && !matter.yes', undefined], ['!matter.yes && matter.a / 0 == 1', false],
    ["matter.yes ? 'a' : 'b'", 'a'], ["matter.none ? 'a' : 'b'", undefined], ["!matter.yes ? matter.none.x : 'b'", 'b'],
    ['matter.list.exists(n, n > 2)', true], ['matter.list.all(n, n > 1)', false], ['matter.list.exists(n, n / 0 == 1)', undefined], ['matter.list.exists(n, n == 1 || 1 / (n - 2) > 0)', undefined],
    ['matter.list.all(n, n > 5 && n / 0 == 1)', false], ['matter.list.exists_one(n, n == 2)', true], ['[].all(n, n == 1)', true], ['[].exists(n, n == 1)', false], ['[].all(n, n + 1 == 2)', true], ['[].exists(n, n + 1 == 2)', false],
    ['matter.list.filter(n, n > 1)', [2, 3]], ['matter.list.map(n, n + 1)', [2, 3, 4]], ['matter.list.size()', 3], ['size(matter.list)', 3], ['matter.text.size()', 4], ['matter.list[0]', 1], ['matter.list[3]', undefined], ['matter.list[-1]', undefined],
    ['matter.lines.filter(l, has(l.ok) && l.ok).size()', 1], ['matter.lines.exists(l, l.ok)', undefined], ['matter.lines.all(l, l.qty > 0)', true],
    ["matter.text.startsWith('pa')", true], ["matter.text.endsWith('x')", false], ["matter.text.contains('ai')", true], ['matter.none.size()', undefined], ["matter.text + '!'", 'paid!'],
    ['matter.missing', undefined], ['matter.none.x', undefined], ['matter.text.x', undefined], ['unknown', undefined],
    ['matter.steps.take.open', true], ["matter.steps.exists(s, s.name == 'take' && s.open)", true], ['matter.steps.all(s, s.open)', false], ['matter.steps.size()', 2], ['matter.steps.filter(s, s.open).map(s, s.name)', ['take']],
    ['sum(matter.list)', 6], ['sum([])', 0], ['mean(matter.list)', 2], ['mean([])', undefined], ['max(matter.list)', 3], ['min(matter.a, matter.b)', 1], ['max([])', undefined], ['distinct([1, 1, 2])', [1, 2]], ['ratio(matter.a, matter.b)', 0.5], ['ratio(matter.a, 0)', undefined],
    ['dateOf(matter.at)', '2026-10-09'], ['timeOf(matter.at)', '11:40'], ['dateOf(matter.none)', undefined], ["isWorkingDay('2026-10-10')", true], ["daysOf('2026-10-10', '2026-10-11')", ['2026-10-10', '2026-10-11']], ["daysOff('2026-10-10', '2026-10-11')", ['2026-10-11']], ['isWorkingDay(matter.none)', undefined], ["rankOf('C1')", 2], ["superiorOf('DM1') == null", true], ["is('C1', 'clerk')", false],
  ])('%s', (source, expected) => {
    const wanted = expected === undefined ? { refuses: true } : { value: expected };
    expect(compare('core-intake', source)(names)).toEqual({ engine: wanted, second: wanted });
  });
});
