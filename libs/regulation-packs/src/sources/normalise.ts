import { simplified } from './simplified.ts';

/** Slips of the scans, as they stand after the other steps, and what is meant. */
const slips: readonly (readonly [string, string])[] = [['台帐', '台账']];

/** Letters that stray into Chinese text as pronunciation: Latin with tone marks. */
const pinyin = /[a-zɡ]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü][a-zɡāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]*/giu;

/**
 * What two texts must share to say the same: compatible forms unified (NFKC), traditional characters simplified, stray pinyin,
 * white space and punctuation out, known slips mended.
 */
export function normalise(text: string): string {
  const bare = simplified(text.normalize('NFKC').replace(pinyin, '')).toLowerCase().replace(/[\s\p{P}\p{S}]/gu, '');
  return slips.reduce((mended, [slip, meant]) => mended.replaceAll(slip, meant), bare);
}
