/** A stored document beyond this size is reported: closed runs belong into the log, not into the matter. */
export const LARGE_MATTER_BYTES = 256 * 1024;

export interface LargeMatter {
  readonly tenant: string;
  readonly id: string;
  readonly bytes: number;
}
export type ReportLargeMatter = (matter: LargeMatter) => void;
