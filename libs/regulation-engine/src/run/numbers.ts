import { zonedText } from '@huiyin/deadline-rules';
import type { CompiledKind } from '../compile/compiled-kind.ts';
import type { EngineEvent, MatterChange } from '../matter/event.ts';
import type { FactValue, Matter } from '../matter/matter.ts';
import type { NumberRequest, Outcome } from './outcome.ts';

const PERIOD = /\{(yyyy|yy|MM|dd)\}/g;
const SEQUENCE = /\{seq(?::(\d+))?\}/;

/** Stands for the number that the host draws; unlikely in any text, and gone before anything is stored. */
function placeholder(index: number): string {
  return `\u2063#${index}\u2063`;
}

/** The numbers an act draws, as placeholders in its change. A matter that has its number draws none. */
export function drawNumbers(kind: CompiledKind, matter: Matter, act: string, at: string, zone: string, requests: NumberRequest[]): MatterChange {
  let change: MatterChange = {};
  for (const number of kind.numbers) {
    const drawn = number.into === undefined ? matter.number : matter.facts[number.into];
    if (!number.at.has(act) || drawn !== undefined) continue;
    const text = placeholder(requests.length);
    requests.push({ kind: kind.name, series: series(number.format, at, zone), width: Number(SEQUENCE.exec(number.format)?.[1] ?? 1), ...(number.into !== undefined && { into: number.into }) });
    change = number.into === undefined ? { ...change, number: text } : { ...change, set: { ...change.set, [number.into]: text } };
  }
  return change;
}

function series(format: string, at: string, zone: string): string {
  const local = zonedText(at, zone);
  const parts: Readonly<Record<string, string>> = { yyyy: local.slice(0, 4), yy: local.slice(2, 4), MM: local.slice(5, 7), dd: local.slice(8, 10) };
  return format.replace(PERIOD, (_, part: string) => parts[part]!);
}

/**
 * The number a request becomes with the counter's next value: `WX202610-{seq:4}`, 1 → `WX202610-0001`. `{seq:4}` is a least width: past it the
 * number widens (9999, 10000), so that no two of a series are alike and none is cut short.
 */
export function numberText(request: NumberRequest, value: number): string {
  return request.series.replace(SEQUENCE, String(value).padStart(request.width, '0'));
}

/** Puts the numbers that the host drew (one per `outcome.numbers`, in order) into the outcome's events and matter. */
export function withNumbers(outcome: Outcome, drawn: readonly string[]): Outcome {
  if (!outcome.ok || drawn.length === 0) return outcome;
  const filled = (value: FactValue): FactValue => {
    if (typeof value === 'string') return drawn.reduce((text, number, index) => text.replaceAll(placeholder(index), number), value);
    if (Array.isArray(value)) return value.map(filled);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, filled(entry)]));
  };
  return { ...outcome, matter: filled(outcome.matter as never) as unknown as Matter, events: outcome.events.map((event) => filled(event as never) as unknown as EngineEvent) };
}
