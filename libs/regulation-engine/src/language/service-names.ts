/** Every service of the system; the order is part of ids (their last byte), so it only grows at the end. */
export const SERVICE_NAMES = ['gateway', 'intake', 'dispatch', 'complaints', 'callback-and-survey', 'parts-inventory', 'performance-scoring'] as const;
export type ServiceName = (typeof SERVICE_NAMES)[number];

export function isServiceName(text: string): text is ServiceName {
  return (SERVICE_NAMES as readonly string[]).includes(text);
}
