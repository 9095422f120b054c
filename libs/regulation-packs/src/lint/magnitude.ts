/** What a value weighs against others of its kind: durations in milliseconds (working days and months by their usual length), percentages, numbers, times of day. */
export function magnitude(value: unknown): { readonly unit: 'time' | 'number' | 'percent' | 'hour'; readonly size: number } | undefined {
  if (typeof value === 'number') return { unit: 'number', size: value };
  if (typeof value !== 'string') return undefined;
  const percent = /^(-?\d+(?:\.\d+)?)%$/.exec(value);
  if (percent !== null) return { unit: 'percent', size: Number(percent[1]) };
  const hour = /^(\d{2}):(\d{2})$/.exec(value);
  if (hour !== null) return { unit: 'hour', size: Number(hour[1]) * 60 + Number(hour[2]) };
  const duration = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)(?:D|WD))?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?/.exec(value);
  if (duration === null || duration[0] === 'P') return undefined;
  const [years, months, weeks, days, hours, minutes, seconds] = duration.slice(1).map((part) => Number(part ?? 0)) as [number, number, number, number, number, number, number];
  return { unit: 'time', size: ((((years * 365 + months * 30 + weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 };
}
