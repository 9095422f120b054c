/** Decimals as they are written, scaled to whole numbers: 0.1 + 0.2 is 0.3. */
function scaled(value: number): { readonly digits: bigint; readonly scale: number } {
  const text = String(value);
  const [base, exponent] = text.split('e') as [string, string | undefined];
  const [whole, fraction = ''] = base.split('.') as [string, string | undefined];
  const scale = fraction.length - Number(exponent ?? 0);
  const digits = BigInt(`${whole}${fraction}`);
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 };
}

/** The exact sum of decimals as they are written. */
export function exactSum(values: readonly number[]): number {
  const parts = values.map(scaled);
  const scale = parts.reduce((most, part) => Math.max(most, part.scale), 0);
  const total = parts.reduce((sum, part) => sum + part.digits * 10n ** BigInt(scale - part.scale), 0n);
  return scale === 0 ? Number(total) : Number(`${total}e-${scale}`);
}

/** The exact product of two decimals as they are written: 105.00 × 0.8. */
export function exactProduct(a: number, b: number): number {
  const [left, right] = [scaled(a), scaled(b)];
  const scale = left.scale + right.scale;
  return scale === 0 ? Number(left.digits * right.digits) : Number(`${left.digits * right.digits}e-${scale}`);
}
