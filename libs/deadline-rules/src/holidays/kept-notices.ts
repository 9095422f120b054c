import { CN_2024 } from './cn-2024.ts';
import { CN_2025 } from './cn-2025.ts';
import { CN_2026 } from './cn-2026.ts';
import type { HolidayNotice } from './holiday-notice.ts';

/** The official notices kept with the library, oldest first. A year without one is unknown, never guessed. */
export const KEPT_NOTICES: readonly HolidayNotice[] = [CN_2024, CN_2025, CN_2026];
