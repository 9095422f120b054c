import { CalendarError, DeadlineRangeError } from '@huiyin/deadline-rules';
import { HolidaySourceError } from '@huiyin/holiday-sources';
import { PackRefusedError } from '@huiyin/regulation-packs';
import { casesCommand } from '../cases/cases-command.ts';
import { explainCommand } from '../explain/explain-command.ts';
import { FileRefusedError } from '../files/file-refused.ts';
import { previewCommand } from '../preview/preview-command.ts';
import { UsageError } from './outcome.ts';
import type { Outcome } from './outcome.ts';

export const USAGE = `deadlines cases FILE
    runs the cases of a file and tells each failure with what was expected and what came
deadlines explain --pack s2.4 --rule 11 --start 2026-10-09T11:45 [--lang zh-CN|zh-TW|en] [--fact matter.appointedAt=2026-10-09T14:30]
                  [--calendar CALENDAR.json | --zone Asia/Shanghai --country CN --hours 08:30-12:00,13:30-17:30]
    explains when what the rule demands falls due
deadlines preview --from POLICY.json --to POLICY.json [--open STEPS.json] [--at INSTANT] [--lang zh-CN|zh-TW|en] [--json yes]
    tells which open dues an edit of calendar or policy would move, and why`;

const EXPECTED = [FileRefusedError, PackRefusedError, CalendarError, DeadlineRangeError, HolidaySourceError];

/** Carries out a command line. What the input causes is an outcome with its reason; anything else is thrown. */
export function runCommand(argv: readonly string[]): Outcome {
  const [command = '', ...rest] = argv[0] === '--' ? argv.slice(1) : argv;
  try {
    if (command === 'cases') return cases(rest);
    if (command === 'explain') return explainCommand(rest);
    if (command === 'preview') return previewCommand(rest);
    if (command === '' || command === 'help' || command === '--help') return { lines: [USAGE], code: command === '' ? 2 : 0 };
    throw new UsageError(`unknown command ${JSON.stringify(command)}; allowed: cases, explain, preview`);
  } catch (error) {
    if (error instanceof UsageError) return { lines: [], complaints: [error.message, '', USAGE], code: 2 };
    if (EXPECTED.some((kind) => error instanceof kind)) return { lines: [], complaints: [(error as Error).message], code: 1 };
    throw error;
  }
}

function cases(argv: readonly string[]): Outcome {
  const [file] = argv;
  if (file === undefined || argv.length > 1) throw new UsageError('cases needs one FILE');
  return casesCommand(file);
}
