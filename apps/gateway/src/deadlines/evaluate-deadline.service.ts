import { Injectable } from '@nestjs/common';
import { compileCalendar, localToInstant } from '@huiyin/deadline-rules';
import type { DuePolicy, StopwatchEvent, WorkCalendar } from '@huiyin/deadline-rules';
import { faultAt, problem } from '@huiyin/platform-http';
import type { JsonObject } from '@huiyin/platform-http';
import type { PolicyDocument } from '@huiyin/regulation-engine';
import type { Caller } from '../callers/caller.ts';
import { isLocalDate, readInstant } from '../mapping/instant.ts';
import { PolicyRepository } from '../persistence/policy.repository.ts';
import { sortOf } from '../policies/overrides/figure-sort.ts';
import { KnownPolicies } from '../policies/known-policies.service.ts';
import { Policies } from '../policies/policies.service.ts';
import { mergePatch } from '../policies/changes/merge-patch.ts';
import { computed } from './deadline-faults.ts';
import type { ClockEvent, EvaluateDeadlineBody } from './evaluate-deadline.body.ts';
import { citationsOf } from './rule-citations.ts';
import { PromisedDeadlines } from './promised-deadlines.service.ts';
import { promisesOfRule } from './rule-promises.ts';
import type { RulePromise } from './rule-promises.ts';
import { workedDeadline, writeDue } from './worked-deadline.ts';
import type { DeadlineQuestion } from './worked-deadline.ts';

/** Says when a limit or a rule's promise would fall due, and how that comes about. Nothing is stored. */
@Injectable()
export class EvaluateDeadline {
  constructor(
    private readonly policies: Policies,
    private readonly known: KnownPolicies,
    private readonly repository: PolicyRepository,
    private readonly promised: PromisedDeadlines,
  ) {}

  /** @throws ProblemError 404 for a policy not known here, 422 naming what cannot be read or computed */
  async evaluate(caller: Caller, body: EvaluateDeadlineBody) {
    if ((body.due === undefined) === (body.rule === undefined)) throw problem('invalid', { errors: [faultAt(body.due === undefined ? '/due' : '/rule', body.due === undefined ? 'required' : 'refused')] });
    const hash = await this.known.forEvaluation(caller, body.policy);
    const document = await this.repository.get(hash);
    if (!document) throw problem('not-found');
    const calendar = calendarWith(document, body.calendar);
    const { zone } = caller.operator;
    const start = startOf(body.start, zone);
    if (body.due !== undefined) {
      const worked = workedDeadline(questionOf(body, body.due, start, calendar));
      return { policy: hash, items: [{ item: null, kind: null, step: null, rule: null, ...writeDue(worked, start, zone) }] };
    }
    return { policy: hash, items: await this.ofRule(caller, body, hash, document, start, calendar) };
  }

  private async ofRule(caller: Caller, body: EvaluateDeadlineBody, hash: string, document: PolicyDocument, start: string, calendar: WorkCalendar) {
    const rule = body.rule ?? '';
    const promises = promisesOfRule(document, rule).filter((promise) => body.step === undefined || ('step' in promise && promise.step === body.step));
    const items = await Promise.all(promises.map((promise) => ('step' in promise ? this.promised.of(caller, body.matter, promise, hash, document, start) : this.ofValue(promise, hash, body, start, calendar, caller.operator.zone, document))));
    const found = items.flat();
    if (found.length === 0) throw problem('invalid', { errors: [{ ...faultAt('/rule', 'refused'), code: 'deadline.rule-without-due', message: (reader) => WITHOUT_DUE[reader] }] });
    return found;
  }

  /** A figure that no promise is counted by, as a limit. */
  private async ofValue(promise: Extract<RulePromise, { value: string }>, hash: string, body: EvaluateDeadlineBody, start: string, calendar: WorkCalendar, zone: string, document: PolicyDocument) {
    const value = (await this.policies.get(hash)).valueOf(promise.pack, promise.value);
    if (!value || typeof value.is !== 'string' || sortOf(value.is) !== 'due') return [];
    const counting: DuePolicy = { ...(value.roll && { roll: value.roll }), ...(value.firstDay && { firstDay: value.firstDay }), ...(value.hour && { hour: value.hour }) };
    const question = questionOf(body, [value.is], start, calendar);
    const worked = workedDeadline({ ...question, policy: { ...counting, ...question.policy } });
    return [{ item: promise.item, kind: null, step: null, rule: promise.rule, ...writeDue(worked, start, zone, citationsOf(document, promise, value.open)) }];
  }
}

const WITHOUT_DUE = { 'zh-CN': '这一条没有期限', 'zh-TW': '這一條沒有期限', en: 'Nothing of this rule is due at a time' } as const;

function calendarWith(document: PolicyDocument, given: JsonObject | undefined): WorkCalendar {
  return computed('/calendar', () => compileCalendar({ ...mergePatch(document.calendar as unknown as JsonObject, given ?? {}), zone: document.operator.zone } as never));
}

/** An instant with its offset; a date begins at its midnight. */
function startOf(text: string, zone: string): string {
  const at = isLocalDate(text) ? computed('/start', () => localToInstant(`${text}T00:00`, zone)) : readInstant(text);
  if (at === undefined) throw problem('invalid', { errors: [faultAt('/start', 'wrong-format', { type: 'RFC 3339, YYYY-MM-DD' })] });
  return at;
}

function questionOf({ roll, rollOn, firstDay, hour, events = [], asOf }: EvaluateDeadlineBody, specs: readonly string[], start: string, calendar: WorkCalendar): DeadlineQuestion {
  const policy: DuePolicy = { ...(roll && { roll }), ...(rollOn && { rollOn }), ...(firstDay && { firstDay }), ...(hour && { hour }) };
  if (events.length > 0 && specs.length > 1) throw problem('invalid', { errors: [faultAt('/events', 'refused')] });
  const seen = asOf === undefined ? undefined : instantIn('/asOf', asOf);
  return { specs, start, policy, calendar, events: events.map(clockEvent), ...(seen !== undefined && { asOf: seen }) };
}

function clockEvent({ type, at, by, of, reason }: ClockEvent, index: number): StopwatchEvent {
  const when = instantIn(`/events/${index}/at`, at);
  if (type !== 'extend') return { type, at: when };
  if (by === undefined) throw problem('invalid', { errors: [faultAt(`/events/${index}/by`, 'required')] });
  return { type, at: when, by, ...(of && { of }), ...(reason !== undefined && { reason }) };
}

function instantIn(pointer: string, text: string): string {
  const at = readInstant(text);
  if (at === undefined) throw problem('invalid', { errors: [faultAt(pointer, 'wrong-format', { type: 'RFC 3339' })] });
  return at;
}
