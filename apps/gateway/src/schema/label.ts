import type { Locale } from '@huiyin/platform-http';
import type { LocalisedText } from '@huiyin/regulation-engine';

/** A label in the reader's language; zh-TW falls back to zh-CN. */
export const labelIn = (label: LocalisedText, locale: Locale): string => label[locale] ?? label['zh-CN'];

/** All three languages, for clients that draw forms. */
export const labelsOf = (label: LocalisedText) => ({ 'zh-CN': label['zh-CN'], 'zh-TW': label['zh-TW'] ?? label['zh-CN'], en: label.en });
