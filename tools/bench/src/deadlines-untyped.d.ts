declare module 'luxon' {
  export interface LuxonTime {
    readonly weekday: number;
    readonly valueOf: () => number;
    toMillis(): number;
    toISODate(): string;
    plus(amount: { days: number }): LuxonTime;
    minus(amount: { days: number }): LuxonTime;
    startOf(unit: 'day'): LuxonTime;
    set(fields: { hour: number; minute: number }): LuxonTime;
    setupBusiness(setup: { businessDays: number[]; holidayMatchers: ((day: LuxonTime) => boolean)[] }): void;
    plusBusiness(amount: { days: number }): LuxonTime;
  }
  export const DateTime: {
    fromMillis(ms: number, options: { zone: string }): LuxonTime;
    fromISO(text: string, options: { zone: string }): LuxonTime;
  };
}

declare module 'luxon-business-days' {
  import type { DateTime } from 'luxon';
  const plugin: { DateTime: typeof DateTime };
  export default plugin;
}

declare module 'moment-business-time' {
  import type moment from 'moment';
  const plugin: typeof moment;
  export default plugin;
}
