const duration = /\d+(?=[YMWDHS])/g;

function durationsAround(text: string): readonly string[] {
  return [...text.matchAll(duration)].flatMap((match) =>
    [-1, 1].map((step) => Number(match[0]) + step).filter((figure) => figure >= 0).map((figure) => `${text.slice(0, match.index)}${figure}${text.slice(match.index + match[0].length)}`),
  );
}

function timesAround(text: string): readonly string[] {
  return [...text.matchAll(/\b(\d{2}):(\d{2})\b/g)].flatMap((match) =>
    [-1, 1].map((step) => {
      const minute = (Number(match[1]) * 60 + Number(match[2]) + step + 1440) % 1440;
      const other = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
      return text.slice(0, match.index) + other + text.slice(match.index + match[0].length);
    }),
  );
}

/** The figure a unit less and a unit more: a number, a percentage, each part of a duration, a time of day, a day of the month. Anything else has none. */
export function figuresAround(value: unknown): readonly (string | number)[] {
  if (typeof value === 'number') return [value - 1, value + 1];
  if (typeof value !== 'string') return [];
  const percent = /^(-?\d+(?:\.\d+)?)%$/.exec(value);
  if (percent !== null) return [`${Number(percent[1]) - 1}%`, `${Number(percent[1]) + 1}%`];
  const day = /^day (\d+) of /.exec(value);
  if (day !== null) return [-1, 1].map((step) => value.replace(/\d+/, String(Number(day[1]) + step)));
  return /^P(?=[\dT])/.test(value) || /^\d{2}:\d{2}$/.test(value) ? [...durationsAround(value.split(' ')[0] ?? '').map((head) => [head, ...value.split(' ').slice(1)].join(' ')), ...timesAround(value)] : [];
}
