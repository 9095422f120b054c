import { fileURLToPath } from 'node:url';
import { writtenFile } from '../../test/written-file.ts';
import { runCommand } from '../command-line/run-command.ts';

const KEPT = fileURLToPath(new URL('../../../../libs/deadline-rules/cases/deadline-cases.json', import.meta.url));
const CALENDARS = { office: { tz: 'Asia/Shanghai', weekly: { mon: [['08:30', '17:30']], tue: [['08:30', '17:30']] } } };
const CASE = { id: 'a', op: 'addWorkingTime', calendar: 'office', start: '2026-03-02T09:00:00+08:00', amount: { hours: 1 }, expect: { due: '2026-03-02T10:00:00+08:00' } };
const run = (content: unknown): ReturnType<typeof runCommand> => runCommand(['cases', writtenFile('cases.json', content)]);
const refusal = (content: unknown): string => {
  const { lines, complaints = [], code } = run(content);
  expect([lines, code]).toEqual([[], 1]);
  return complaints.join('\n').replaceAll(/\S*cases\.json/g, 'cases.json');
};

describe('deadlines cases', () => {
  it('every kept case passes', () => {
    const { lines, code } = runCommand(['cases', KEPT]);
    expect({ lines, code }).toEqual({ lines: ['71 passed, 0 failed'], code: 0 });
  });

  it('tells each failure with what was expected and what came, then the count, and ends with 1', () => {
    const wrong = { ...CASE, id: 'b', expect: { due: '2026-03-02T11:00:00+08:00' } };
    expect(run({ calendars: CALENDARS, cases: [CASE, wrong] })).toEqual({
      lines: ['FAILED b (addWorkingTime)', '  expected {"due":"2026-03-02T11:00:00+08:00"}', '  actual   {"due":"2026-03-02T02:00:00.000Z"}', '1 passed, 1 failed'],
      code: 1,
    });
  });

  it('an operation, calendar or operand that is missing fails its case alone', () => {
    const { lines, code } = run({ calendars: CALENDARS, cases: [{ ...CASE, op: 'guess' }, { ...CASE, calendar: 'none' }, { ...CASE, start: undefined }, { ...CASE, calendar: undefined }, CASE] });
    expect(code).toBe(1);
    expect(lines.at(-1)).toBe('1 passed, 4 failed');
    expect(lines.join('\n')).toContain('unknown operation guess; there are addWorkingTime, ');
    expect(lines.join('\n')).toContain('unknown calendar none');
    expect(lines.join('\n')).toContain('addWorkingTime needs a calendar');
  });

  it('no cases are none passed and none failed', () => {
    expect(run({ calendars: {}, cases: [] }).lines).toEqual(['0 passed, 0 failed']);
  });

  it.each<[string, unknown, string]>([
    ['a list', [], 'cases.json:1:1 shape: must be object; found []; allowed: an object with calendars and cases'],
    ['a file without cases', { calendars: {} }, 'cases.json:1:1 shape: cases is missing; found {"calendars":{}}; allowed: cases'],
    ['a case without id', { calendars: {}, cases: [{ op: 'x', expect: {} }] }, 'cases.json:4:3 shape cases[0]: id is missing'],
    ['an operation that is no text', { calendars: {}, cases: [{ ...CASE, op: 5 }] }, 'cases.json:6:4 shape cases[0].op: must be string; found 5; allowed: the name of an operation'],
    ['a start that does not exist', { calendars: {}, cases: [{ ...CASE, start: '2026-02-30' }] }, 'shape cases[0].start: must match format "date-or-instant"; found "2026-02-30"; allowed: a date that exists, YYYY-MM-DD, or an RFC 3339 instant with offset'],
    ['an instant without offset', { calendars: {}, cases: [{ ...CASE, pauses: [['2026-03-02T09:00:00', '2026-03-02T10:00:00Z']] }] }, 'shape cases[0].pauses[0][0]: must match format "instant"; found "2026-03-02T09:00:00"; allowed: an RFC 3339 instant with offset, 1900 to 2199'],
    ['an amount of unknown units', { calendars: {}, cases: [{ ...CASE, amount: { hour: 1 } }] }, 'unknownKey cases[0].amount.hour: unknown key; found "hour"; allowed: hours, minutes, seconds, workingDays, calendarDays, months'],
    ['a negative amount', { calendars: {}, cases: [{ ...CASE, amount: { hours: -1 } }] }, 'shape cases[0].amount.hours: must be >= 0; found -1; allowed: a number, 0 or more'],
    ['a calendar without zone', { calendars: { office: { weekly: {} } }, cases: [] }, 'cases.json:3:3 shape calendars.office: tz is missing'],
    ['a weekday of another name', { calendars: { office: { tz: 'UTC', weekly: { monday: [] } } }, cases: [] }, 'shape calendars.office.weekly.monday: not a key allowed here; found "monday"; allowed: mon | tue | wed | thu | fri | sat | sun'],
    ['a time that is none', { calendars: { office: { tz: 'UTC', weekly: { mon: [['25:00', '26:00']] } } }, cases: [] }, 'shape calendars.office.weekly.mon[0][0]: must match pattern'],
    ['a zone that is none', { calendars: { office: { ...CALENDARS.office, tz: 'Asia/Nowhere' } }, cases: [] }, 'cases.json:4:4 calendar calendars.office.tz: cannot be used; found "Asia/Nowhere"; allowed: an IANA time zone such as Asia/Shanghai'],
    ['hours that overlap', { calendars: { office: { tz: 'UTC', weekly: { mon: [['08:00', '12:00'], ['11:00', '13:00']] } } }, cases: [] }, 'calendar calendars.office.weekly.mon: cannot be used; found [["08:00","12:00"],["11:00","13:00"]]; allowed: intervals in order, none overlapping'],
    ['a notice that is not there', { calendars: { office: { ...CALENDARS.office, fromNotices: ['CN-1999'] } }, cases: [] }, 'calendar calendars.office.fromNotices[0]: cannot be used; found "CN-1999"; allowed: one of CN-2024'],
    ['an exception on no date', { calendars: { office: { ...CALENDARS.office, exceptions: { '2026-02-30': [] } } }, cases: [] }, 'shape calendars.office.exceptions.2026-02-30: not a key allowed here'],
    ['text that is no JSON', '{"calendars": {},\n "cases": [}', 'cases.json:2:12 json: no JSON; found "}"; allowed: a value, ]'],
    ['a key that stands twice', '{"calendars": {}, "cases": [],\n "cases": []}', 'cases.json:2:2 duplicate cases: a key stands twice'],
  ])('refuses %s, with file, line, path, what was found and what is allowed', (_, content, message) => {
    expect(refusal(content)).toContain(message);
  });

  it('tells all problems of a file, the first twenty of many', () => {
    const cases = Array.from({ length: 30 }, () => ({ ...CASE, op: 5 }));
    const lines = refusal({ calendars: {}, cases }).split('\n');
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toBe('and 10 more');
  });

  it('refuses a file that is not there, or is a folder', () => {
    expect(runCommand(['cases', '/no/such/file.json']).complaints).toEqual(['/no/such/file.json:1:1 file: cannot be read (ENOENT); allowed: a JSON file']);
    expect(runCommand(['cases', fileURLToPath(new URL('.', import.meta.url))]).complaints![0]).toContain('cannot be read (EISDIR)');
  });
});

describe('the command line', () => {
  it.each<[string[], string]>([
    [['cases'], 'cases needs one FILE'], [['cases', 'a', 'b'], 'cases needs one FILE'], [['guess'], 'unknown command "guess"; allowed: cases, explain, preview'],
    [['explain', '--pack', 's2.4'], '--rule is needed'], [['explain', '--what', 'x'], 'unknown option "--what"'], [['explain', '--pack'], '--pack needs a value'],
    [['explain', '--pack', '--rule'], '--pack needs a value'], [['explain', '--lang=fr'], '--lang "fr"; allowed: zh-CN, zh-TW, en'],
    [['explain', '--pack=a', '--pack=b', '--rule=1', '--start=2026-01-01'], '--pack is given twice'], [['preview', 'x'], 'unknown option "x"'],
  ])('%j is wrong usage: %s', (argv, message) => {
    const { complaints, code } = runCommand(argv);
    expect([complaints![0]!.startsWith(message) || complaints![0], code]).toEqual([true, 2]);
  });

  it('shows its usage when asked, and when told nothing', () => {
    expect(runCommand(['help']).code).toBe(0);
    expect(runCommand(['--', 'help']).lines[0]).toContain('deadlines cases FILE');
    expect(runCommand([]).code).toBe(2);
  });
});
