import { packSchema } from './pack-schema.ts';

/** Text of `schema/pack.schema.json`. It describes one file of a pack's folder, so that editors accept each of the split files. */
export function publishedSchema(): string {
  return `${JSON.stringify(packSchema({ whole: false }), null, 2)}\n`;
}
