import { numberText, withNumbers } from '@huiyin/regulation-engine';
import type { EngineEvent, Matter, NumberRequest, UniqueClaim } from '@huiyin/regulation-engine';
import { numberKey } from '@huiyin/platform-persistence';
import type { TenantMatters } from '@huiyin/platform-persistence';

/** What the engine concluded, before its numbers are drawn. */
export interface Conclusion {
  readonly matter: Matter;
  readonly events: readonly EngineEvent[];
  readonly numbers: readonly NumberRequest[];
  readonly unique: readonly UniqueClaim[];
}

export interface Numbered {
  readonly matter: Matter;
  readonly events: readonly EngineEvent[];
  readonly keys: readonly string[];
}

/**
 * Draws the next number of each requested series: one more than the highest that any matter holds. Two writers that
 * draw the same one collide on the unique key and the loser draws again, so a refused or lost command uses none.
 * @param drawnNow series → last number drawn for the same transaction
 */
export async function drawNumbers(matters: TenantMatters, conclusion: Conclusion, drawnNow = new Map<string, number>()): Promise<Numbered> {
  if (conclusion.numbers.length === 0) return { matter: conclusion.matter, events: conclusion.events, keys: [] };
  const texts: string[] = [];
  const keys: string[] = [];
  for (const request of conclusion.numbers) {
    const { series } = request;
    const value = (drawnNow.get(series) ?? (await matters.highestNumber(series))) + 1;
    drawnNow.set(series, value);
    texts.push(numberText(request, value));
    keys.push(numberKey(series, value));
  }
  const numbered = withNumbers({ ok: true, ...conclusion }, texts);
  if (!numbered.ok) throw new Error('numbers were drawn for a refused act');
  return { matter: numbered.matter, events: numbered.events, keys };
}
