export { holidayNotices, partialHolidays } from './holiday-notices.ts';
export type { HolidayPlace, PartialHoliday, YearRange } from './holiday-notices.ts';
export { HolidaySourceError } from './holiday-source-error.ts';
