import type { ScopeTypes, TypeSpec } from '@huiyin/regulation-engine';

/** Mulberry32: the same seed, the same sequence. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const pools: Readonly<Record<string, readonly unknown[]>> = {
  int: [0n, 1n, -1n, 2n, 8650n, 12650n],
  decimal: [0, 0.5, 1.5, -2],
  bool: [true, false],
  date: ['2026-10-09', '2026-10-10'],
  time: ['08:30', '17:30'],
  instant: ['2026-10-09T03:40:00.000Z', '2026-10-10T09:30:00.000Z'],
  duration: ['PT30M', 'PT24H'],
  person: ['C1', 'M1', 'T1'],
};

/** A scope with values of its types. Texts are mostly those that the expression itself names, so that both of its sides are met. */
export function generatedScope(types: ScopeTypes, source: string, random: () => number): Record<string, unknown> {
  const texts = ['other', '', ...[...source.matchAll(/'([^']*)'|"([^"]*)"/g)].map((match) => match[1] ?? match[2] ?? '')];
  const pick = (pool: readonly unknown[]): unknown => pool[Math.floor(random() * pool.length)];
  const value = (type: TypeSpec): unknown => {
    if (type.optional === true && random() < 0.35) return null;
    if (type.base === 'object') return Object.fromEntries(Object.entries(type.fields ?? {}).map(([name, field]) => [name, value(field)]));
    if (type.base === 'list') return Array.from({ length: Math.floor(random() * 4) }, () => value(type.of ?? { base: 'text' }));
    return pick(pools[type.base] ?? texts);
  };
  return Object.fromEntries(Object.entries(types).map(([name, type]) => [name, value(type)]));
}
