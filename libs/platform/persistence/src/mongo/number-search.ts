import type { Collections } from './collections.ts';
import { numberKey, tenantKey } from '../tenant-key.ts';

const REMEMBERED_SERIES = 10_000;

/**
 * Finds the highest number drawn in a series from the unique keys themselves. A series has no gaps, so a look-up of
 * a few points in the keys' index decides; the last answer of this process is only where the search begins.
 */
export class NumberSearch {
  readonly #collections: Collections;
  readonly #known = new Map<string, number>();
  constructor(collections: Collections) {
    this.#collections = collections;
  }

  async highest(tenant: string, series: string): Promise<number> {
    const remembered = tenantKey(tenant, series);
    let low = this.#known.get(remembered) ?? 0;
    for (;;) {
      // Each round asks for low + 1, low + 2, low + 4 …: either nothing is beyond `low`, or the distance halves.
      const points = Array.from({ length: 16 }, (_, index) => low + 2 ** index);
      const found = await this.#highestOf(tenant, series, points);
      if (found === undefined) break;
      low = found;
    }
    this.#remember(remembered, low);
    return low;
  }

  async #highestOf(tenant: string, series: string, points: readonly number[]): Promise<number | undefined> {
    const byKey = new Map(points.map((point) => [tenantKey(tenant, numberKey(series, point)), point]));
    const documents = await this.#collections.matters.find({ keys: { $in: [...byKey.keys()] } }, { projection: { _id: 0, keys: 1 } }).toArray();
    const drawn = documents.flatMap((document) => (document.keys ?? []).map((key) => byKey.get(key) ?? 0));
    return drawn.length === 0 ? undefined : Math.max(...drawn);
  }

  #remember(series: string, highest: number): void {
    if (this.#known.size >= REMEMBERED_SERIES) this.#known.clear();
    this.#known.set(series, highest);
  }
}
