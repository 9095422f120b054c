const TIME = /^([01]\d|2[0-3]|24(?=:00(?::00)?$)):([0-5]\d)(?::([0-5]\d))?$/;

/** A time of day as it is kept and compared, in fields, values and `timeOf()` alike: `17:30`, with seconds only where there are any. Undefined: none. */
export function timeOfDay(text: string): string | undefined {
  const found = TIME.exec(text);
  return found ? `${found[1]}:${found[2]}${found[3] === undefined || found[3] === '00' ? '' : `:${found[3]}`}` : undefined;
}

/** Milliseconds since midnight; undefined: no time of day. */
export function timeMs(text: string): number | undefined {
  const found = TIME.exec(text);
  return found ? ((Number(found[1]) * 60 + Number(found[2])) * 60 + Number(found[3] ?? 0)) * 1000 : undefined;
}
