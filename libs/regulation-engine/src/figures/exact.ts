/** A figure of an expression: an int is a bigint, a decimal a number. */
export type Figure = bigint | number;

/** A figure as it is written, as a whole number of units of its last place. */
interface Scaled {
  readonly digits: bigint;
  readonly scale: number;
}

function scaled(value: Figure): Scaled {
  if (typeof value === 'bigint') return { digits: value, scale: 0 };
  if (Number.isSafeInteger(value)) return { digits: BigInt(value), scale: 0 };
  if (!Number.isFinite(value)) throw new RangeError('not a finite figure');
  const [base, exponent] = String(value).split('e') as [string, string | undefined];
  const [whole, fraction = ''] = base.split('.') as [string, string | undefined];
  const scale = fraction.length - Number(exponent ?? 0);
  const digits = BigInt(`${whole}${fraction}`);
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 };
}

/** The number nearest to a figure; what is larger than any number is a fault. */
function numberOf({ digits, scale }: Scaled): number {
  const number = Number(`${digits}e${-scale}`);
  if (Number.isFinite(number)) return number;
  throw new RangeError('figure too large');
}

/** The exact sum of figures as they are written: 0.1 + 0.2 is 0.3. */
export function exactSum(values: readonly Figure[]): number {
  const parts = values.map(scaled);
  const scale = parts.reduce((most, part) => Math.max(most, part.scale), 0);
  return numberOf({ digits: parts.reduce((sum, part) => sum + part.digits * 10n ** BigInt(scale - part.scale), 0n), scale });
}

/** The exact product of two figures as they are written: 12.35 × 0.35 is 4.3225. */
export function exactProduct(a: Figure, b: Figure): number {
  const [left, right] = [scaled(a), scaled(b)];
  return numberOf({ digits: left.digits * right.digits, scale: left.scale + right.scale });
}

/** More figures than a number can hold. */
const MOST = 40;

/** The quotient of two figures as they are written: 0.3 / 0.1 is 3. One without end is as near as a number comes. @throws RangeError by zero */
export function exactQuotient(a: Figure, b: Figure): number {
  const [left, right] = [scaled(a), scaled(b)];
  if (right.digits === 0n) throw new RangeError('division by zero');
  const places = MOST + String(right.digits).length;
  return numberOf({ digits: (left.digits * 10n ** BigInt(places)) / right.digits, scale: places + left.scale - right.scale });
}

/** A figure as it is written, half up to so many places: 4.305 to 2 is 4.31, -4.305 is -4.31. */
export function roundedTo(value: number, places: number): number {
  const { digits, scale } = scaled(value);
  if (scale <= places) return value;
  const unit = 10n ** BigInt(scale - places);
  const size = digits < 0n ? -digits : digits;
  const up = (size * 2n + unit) / (unit * 2n);
  return numberOf({ digits: digits < 0n ? -up : up, scale: places });
}
