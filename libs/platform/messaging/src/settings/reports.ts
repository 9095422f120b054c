/** What the moving parts tell; the module writes it as structured log lines and counts it. */
export interface Reports {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}
export const SILENT: Reports = { info: () => undefined, warn: () => undefined, error: () => undefined };
