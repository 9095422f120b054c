import type { DueSpec } from '../due/due-spec.ts';
import { formatInstant, parseInstant } from '../instant.ts';
import { zonedText } from '../zone/local-time.ts';
import type { ExplainLanguage } from './explanation.ts';
import { wordsOf } from './words-all.ts';
import type { Words } from './words.ts';

/** A limit in words: `3 working days`, `30分钟`. The zone serves dues that are instants. */
export function limitText(spec: DueSpec, zone: string, language: ExplainLanguage): string {
  const words = wordsOf(language);
  const bare = bareText(spec, zone, words);
  if (!('at' in spec) || spec.kind === 'timeOfDay' || spec.kind === 'instant' || spec.kind === 'date') return bare;
  return spec.at === undefined ? bare : words.at(bare, spec.at);
}

function bareText(spec: DueSpec, zone: string, words: Words): string {
  switch (spec.kind) {
    case 'elapsed':
      return clockText(spec.ms, words);
    case 'workingTime':
      return words.working(clockText(spec.ms, words));
    case 'workingDays':
      return words.workingDays(spec.days);
    case 'days':
      return words.calendar(spec.months, spec.days);
    case 'timeOfDay':
      return words.timeOfDay(spec.at);
    case 'endOf':
      return words.endOf(spec.period);
    case 'dayOfMonth':
      return words.dayOfMonth(spec.day, spec.next > 0);
    case 'workingDayOf':
      return words.workingDayOf(spec.n, spec.period, spec.next > 0);
    case 'weekday':
      return words.weekday(spec.weekday);
    case 'date':
      return spec.at === undefined ? words.endOfDate(spec.date) : `${spec.date} ${spec.at}`;
    case 'instant':
      return localText(spec.at, zone);
  }
}

/** Hours, minutes and seconds; a fraction of a second is kept. */
export function clockText(ms: number, words: Words): string {
  const minutes = Math.floor(ms / 60_000);
  return words.elapsed(Math.floor(minutes / 60), minutes % 60, (ms - minutes * 60_000) / 1000);
}

/** An instant as the local clock shows it: `2026-03-02 09:30`, with seconds only where they are not zero. */
export function localText(at: string, zone: string): string {
  const text = zonedText(formatInstant(parseInstant(at)), zone);
  return text.replace(/[+-]\d\d:\d\d$/, '').replace('T', ' ').replace(/(\d\d:\d\d):00$/, '$1');
}
