import { computeStopwatch, dueAt, explainText, parseDue } from '@huiyin/deadline-rules';
import type { Due, DuePolicy, ExplainLanguage, StopwatchEvent, WorkCalendar } from '@huiyin/deadline-rules';
import { below } from '@huiyin/platform-http';
import { writeInstant } from '../mapping/instant.ts';
import { computed } from './deadline-faults.ts';
import type { Citations } from './rule-citations.ts';

export interface DeadlineQuestion {
  readonly specs: readonly string[];
  readonly start: string;
  readonly policy: DuePolicy;
  readonly events: readonly StopwatchEvent[];
  readonly asOf?: string;
  readonly calendar: WorkCalendar;
}

export interface WorkedDeadline {
  readonly due?: Due;
  readonly state: 'running' | 'paused' | 'stopped' | 'cancelled';
  readonly verdict?: { readonly met: boolean; readonly marginMs: number };
}

/** A limit worked out: of several the earliest; with events, as a clock. @throws ProblemError 422 for what cannot be read or computed */
export function workedDeadline({ specs, start, policy, events, asOf, calendar }: DeadlineQuestion): WorkedDeadline {
  const parsed = specs.map((spec, index) => computed(specs.length === 1 ? '/due' : below('/due', index), () => parseDue(spec)));
  const [first] = parsed;
  if (events.length === 0 || !first) return { state: 'running', due: computed('/start', () => dueAt(parsed, start, calendar, policy)) };
  const { due, state, verdict } = computed('/events', () => computeStopwatch({ spec: first, start, events, policy, ...(asOf !== undefined && { asOf }) }, calendar));
  return { state, ...(due && { due }), ...(verdict && { verdict }) };
}

/** A due with its explanation in three languages. */
export function writeDue({ due, state, verdict }: WorkedDeadline, start: string, zone: string, cites: Citations = {}) {
  const told = (language: ExplainLanguage): readonly string[] => (due ? explainText(due.explanation, due, language, cites[language] ? { cite: cites[language] } : {}) : []);
  return {
    startedAt: writeInstant(start, zone),
    dueAt: due ? writeInstant(due.at, zone) : null,
    inclusive: due?.inclusive ?? null,
    provisional: due?.provisional?.reason ?? null,
    state,
    verdict: verdict ? (verdict.met ? 'met' : 'missed') : null,
    marginSeconds: verdict ? Math.round(verdict.marginMs / 1000) : null,
    spec: due?.explanation.spec ?? null,
    lines: { 'zh-CN': told('zh-CN'), 'zh-TW': told('zh-TW'), en: told('en') },
    segments: (due?.explanation.segments ?? []).map(({ from, to, kind, reason, name }) => ({ from: writeInstant(from, zone), to: writeInstant(to, zone), kind, reason, name: name ?? null })),
    settings: due?.explanation.settings ?? [],
    notices: due?.explanation.calendar.notices ?? [],
  };
}
