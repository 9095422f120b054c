/**
 * Every boundary between two steps that a stopped process can leave half done, in the order in which they are passed.
 * A test stops the process at each of them and shows that nothing is lost and nothing applied twice.
 */
export const CRASH_POINTS = [
  'command.before-commit',
  'command.after-commit',
  'together.before-commit',
  'together.after-commit',
  'relay.before-read',
  'relay.before-append',
  'relay.after-append',
  'relay.before-publish',
  'relay.after-publish',
  'relay.before-mark',
  'relay.after-mark',
  'relay.after-clear',
  'guard.before-forget',
  'guard.after-forget',
  'guard.after-republish',
  'consumer.received',
  'inbox.before-fetch',
  'inbox.after-fetch',
  'inbox.before-targets',
  'inbox.after-targets',
  'inbox.after-copy',
  'consumer.before-ack',
  'consumer.after-ack',
  'consumer.before-park',
  'consumer.after-park',
  'replay.before-opening',
  'replay.after-opening',
  'replay.before-release',
  'replay.after-release',
  'alarm.before-read',
  'alarm.before-fire',
  'alarm.after-fire',
] as const;
export type CrashPoint = (typeof CRASH_POINTS)[number];

/** Told at every step boundary; a test's implementation stops the process there by never returning. */
export interface CrashPoints {
  at(point: CrashPoint): Promise<void> | void;
}

/** A process that is not under test. */
export const NO_CRASH: CrashPoints = { at: () => undefined };
