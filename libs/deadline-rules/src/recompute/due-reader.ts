import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { DeadlineRangeError } from '../deadline-errors.ts';
import { dueInstantAt } from '../due/due-at.ts';
import type { DuePolicy, DueSpec } from '../due/due-spec.ts';
import { parseDue } from '../due/parse-due.ts';
import type { Instant } from '../instant.ts';
import { computeStopwatch } from '../stopwatch/compute-stopwatch.ts';
import type { RecordedDue, StepSpec, TimedStep } from './open-step.ts';

/** Works out the dues of many promises; each text is parsed once. */
export class DueReader {
  private readonly asOf: Instant | undefined;
  private readonly parsed = new Map<string, DueSpec>();

  constructor(asOf: Instant | undefined) {
    this.asOf = asOf;
  }

  /** The due of a promise under a calendar; null where its clock is paused or no longer runs. */
  of(step: TimedStep, spec: StepSpec, policy: DuePolicy | undefined, calendar: WorkCalendar): RecordedDue | null {
    const { start, events = [] } = step;
    if (events.length === 0) return dueInstantAt(this.specs(spec), start, calendar, policy);
    const input = { spec: onlyOne(spec, step.id), start, events, policy, ...(this.asOf !== undefined && { asOf: this.asOf }) };
    const { state, due } = computeStopwatch(input, calendar);
    return state === 'running' && due ? { at: due.at, inclusive: due.inclusive, ...(due.provisional && { provisional: due.provisional }) } : null;
  }

  private specs(spec: StepSpec): DueSpec | DueSpec[] {
    if (typeof spec === 'string') return this.parse(spec);
    return 'kind' in spec ? spec : spec.map((member) => (typeof member === 'string' ? this.parse(member) : member));
  }

  private parse(text: string): DueSpec {
    let spec = this.parsed.get(text);
    if (!spec) this.parsed.set(text, (spec = parseDue(text)));
    return spec;
  }
}

function onlyOne(spec: StepSpec, id: string): string | DueSpec {
  if (typeof spec === 'string' || 'kind' in spec) return spec;
  throw new DeadlineRangeError(`a clock with events and several limits (step ${id})`);
}
