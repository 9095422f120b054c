/** `94.9%` as what expressions compute with, 0.949: the decimal point moves, nothing is divided. Undefined: no percentage. */
export function fractionOf(percentage: string): number | undefined {
  const found = /^(-?\d+(?:\.\d+)?)%$/.exec(percentage);
  return found ? Number(`${found[1]}e-2`) : undefined;
}
