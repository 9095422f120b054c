import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { MatterEvent } from '@huiyin/contracts-kernel';

/** A message that is no event of ours: nobody can apply it, now or later. */
export class UnreadableEvent extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'UnreadableEvent';
  }
}

/**
 * Checks an envelope. Fields that a later version adds are kept.
 * @throws UnreadableEvent naming the attributes that are wrong
 */
export function readEnvelope(value: unknown): MatterEvent {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new UnreadableEvent('The message is not a JSON object');
  const errors = validateSync(plainToInstance(MatterEvent, value), { forbidUnknownValues: false });
  if (errors.length > 0) throw new UnreadableEvent(`The envelope is wrong in: ${errors.map((error) => error.property).join(', ')}`);
  return value as MatterEvent;
}

/**
 * What is kept of a message that could not be read, so that an operator sees it: with its own aggregate where it names
 * one, else under an aggregate of its own.
 */
export function unreadableLetter(value: unknown, deliveredAs: string): MatterEvent {
  const given = typeof value === 'object' && value !== null ? (value as Partial<MatterEvent>) : {};
  const text = (part: unknown, otherwise: string): string => (typeof part === 'string' && part !== '' ? part : otherwise);
  return { ...given, id: text(given.id, deliveredAs), tenant: text(given.tenant, '-'), aggregate: text(given.aggregate, deliveredAs) } as MatterEvent;
}
