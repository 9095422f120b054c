import type { DueSpec } from '../due/due-spec.ts';
import { resolveDue } from '../due/resolve-due.ts';
import type { Question, Resolution } from '../due/resolution.ts';
import type { ExtensionNote } from '../explain/explanation.ts';
import { formatInstant, parseInstant } from '../instant.ts';
import { extended, extensionOf } from './extension.ts';
import type { Extension } from './extension.ts';
import { measureOf } from './measure.ts';
import type { Measure } from './measure.ts';
import type { StopwatchEvent } from './stopwatch.ts';

/** The running state of a clock while its events are folded. */
export class StopwatchFold {
  readonly spec: DueSpec;
  readonly measure: Measure;
  state: 'running' | 'paused' | 'stopped' | 'cancelled' = 'running';
  anchor: number;
  pausedSince = 0;
  endedAt = 0;
  /** How far the pauses since the anchor have moved the due. */
  movedMs = 0;
  pauses: { from: number; to: number; movedMs: number }[] = [];
  readonly restarts: number[] = [];
  readonly notes: ExtensionNote[] = [];
  /** The due without its pauses. */
  unpaused: Resolution;
  private readonly question: Question;
  private readonly extensions: Extension[] = [];

  constructor(spec: DueSpec, question: Question) {
    this.spec = spec;
    this.question = question;
    this.measure = measureOf(spec, question.calendar);
    this.anchor = question.start;
    this.unpaused = this.resolve();
  }

  /** The due instant as if nothing further happened. */
  get dueAt(): number {
    return this.measure.after(this.unpaused.at, this.movedMs);
  }

  /** The question the present run of the clock answers. */
  get asked(): Question {
    return { ...this.question, start: this.anchor };
  }

  isLate(at: number): boolean {
    return this.unpaused.inclusive ? at > this.dueAt : at >= this.dueAt;
  }

  /** Takes one event. A miss is final: what comes after it neither pauses the clock nor extends its limit. */
  take(event: StopwatchEvent): void {
    const at = parseInstant(event.at);
    if (this.state === 'stopped' || this.state === 'cancelled') return;
    if (event.type === 'pause') this.pause(at);
    else if (event.type === 'resume') this.resume(at);
    else if (event.type === 'restart') this.restart(at);
    else if (event.type === 'extend') this.extend(event, at);
    else this.end(event.type, at);
  }

  private pause(at: number): void {
    if (this.state === 'paused' || this.isLate(at)) return;
    this.state = 'paused';
    this.pausedSince = Math.max(at, this.anchor);
  }

  private resume(at: number): void {
    if (this.state !== 'paused') return;
    this.state = 'running';
    const to = Math.max(at, this.pausedSince);
    const movedMs = this.measure.between(this.pausedSince, to);
    this.movedMs += movedMs;
    this.pauses.push({ from: this.pausedSince, to, movedMs });
  }

  private restart(at: number): void {
    this.state = 'running';
    this.anchor = at;
    this.movedMs = 0;
    this.pauses = [];
    this.restarts.push(at);
    this.unpaused = this.resolve();
  }

  private extend(event: Extract<StopwatchEvent, { type: 'extend' }>, at: number): void {
    if (this.state === 'running' && this.isLate(at)) return;
    const extension = extensionOf(event.by, event.of);
    this.extensions.push(extension);
    this.unpaused = extended(this.unpaused, extension, this.asked);
    this.notes.push({
      at: formatInstant(at),
      by: extension.by.text,
      of: extension.of,
      ...(event.approvedBy !== undefined && { approvedBy: event.approvedBy }),
      ...(event.reason !== undefined && { reason: event.reason }),
      due: formatInstant(this.dueAt),
    });
  }

  private end(type: 'stop' | 'cancel', at: number): void {
    this.resume(at);
    this.state = type === 'stop' ? 'stopped' : 'cancelled';
    this.endedAt = at;
  }

  private resolve(): Resolution {
    return this.extensions.reduce((due, extension) => extended(due, extension, this.asked), resolveDue(this.spec, this.asked));
  }
}
