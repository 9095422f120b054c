/** Languages of every text a person reads. */
export const LOCALES = ['zh-CN', 'zh-TW', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
export type LocaleTexts = Readonly<Record<Locale, string>>;

const LONGEST_HEADER = 200;

function localeOf(tag: string): Locale | undefined {
  const lower = tag.toLowerCase();
  if (lower === 'en' || lower.startsWith('en-')) return 'en';
  if (/^zh-(hant|tw|hk|mo)\b/.test(lower)) return 'zh-TW';
  if (lower === 'zh' || lower.startsWith('zh-') || lower === '*') return 'zh-CN';
  return undefined;
}

/**
 * The reader's language by RFC 9110 `Accept-Language`: highest quality first, then the order given; zh-CN when nothing fits.
 * @param header the header as received; longer than 200 characters is cut
 */
export function localeOfHeader(header: string | undefined): Locale {
  const wished = (header ?? '')
    .slice(0, LONGEST_HEADER)
    .split(',')
    .map((part, order) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters.map((parameter) => /^\s*q=([01](?:\.\d{1,3})?)\s*$/.exec(parameter)?.[1]).find((value) => value !== undefined);
      return { locale: localeOf(tag.trim()), quality: quality === undefined ? 1 : Number(quality), order };
    })
    .filter((wish) => wish.locale !== undefined && wish.quality > 0)
    .sort((left, right) => right.quality - left.quality || left.order - right.order);
  return wished[0]?.locale ?? 'zh-CN';
}
