/** A name of a holiday in the three languages of the product. */
export interface HolidayName {
  'zh-CN': string;
  'zh-TW': string;
  en: string;
}

/** An unbroken run of days off, both ends included (`YYYY-MM-DD`). */
export interface DaysOff {
  name: HolidayName;
  from: string;
  to: string;
}

/** One official notice: the days off and make-up working days of one year, with the paper they come from. */
export interface HolidayNotice {
  /** Country and year, such as `CN-2026`. */
  id: string;
  country: string;
  /** The year the notice makes known. */
  year: number;
  title: string;
  /** The document's number; null where none is printed. */
  number: string | null;
  /** Date of publication. */
  published: string;
  url: string;
  off: readonly DaysOff[];
  /** Weekend days that are worked (调休). */
  makeUp: readonly string[];
}

/** What an explanation cites of a notice. */
export type NoticeReference = Pick<HolidayNotice, 'id' | 'title' | 'number' | 'published' | 'url'>;
