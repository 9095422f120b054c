import { ValidateBy } from 'class-validator';
import type { ValidationOptions } from 'class-validator';

/** An integer that JavaScript and JSON keep exactly. */
export const IsSafeInteger = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy({ name: 'isInt', validator: { validate: (value) => Number.isSafeInteger(value), defaultMessage: (given) => `${given?.property} must be an integer` } }, options);

/** Money of at least so many fen. What is no money at all is told by `MoneyBody`. */
export const LeastAmount = (fen: number, options?: ValidationOptions): PropertyDecorator =>
  ValidateBy({ name: 'min', constraints: [fen], validator: { validate: (value) => !isLess(value, fen), defaultMessage: (given) => `${given?.property} must not be less than ${fen}` } }, options);

function isLess(value: unknown, fen: number): boolean {
  const amount = (value as { amount?: unknown } | null)?.amount;
  return typeof amount === 'number' && amount < fen;
}
