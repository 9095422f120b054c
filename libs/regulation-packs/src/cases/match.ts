import type { FactValue } from '@huiyin/regulation-engine';

/** Something that should be otherwise. */
export interface Difference {
  readonly path: string;
  readonly expected: FactValue;
  readonly actual: FactValue;
}

const isRecord = (value: FactValue | undefined): value is Readonly<Record<string, FactValue>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Objects match as subsets, lists element by element, anything else exactly; what is absent is null. */
export function differences(expected: FactValue, actual: FactValue | undefined, path: string): readonly Difference[] {
  const found = actual ?? null;
  if (isRecord(expected)) {
    if (!isRecord(found)) return [{ path, expected, actual: found }];
    return Object.entries(expected).flatMap(([key, value]) => differences(value, found[key], `${path}.${key}`));
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(found) || found.length !== expected.length) return [{ path, expected, actual: found }];
    return expected.flatMap((value: FactValue, index) => differences(value, (found as readonly FactValue[])[index], `${path}[${index}]`));
  }
  return Object.is(expected, found) ? [] : [{ path, expected, actual: found }];
}

/** `then.steps.handOver.margin: expected "PT0S", found "-PT1M"`. */
export function differenceText({ path, expected, actual }: Difference): string {
  return `${path}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(actual)}`;
}
