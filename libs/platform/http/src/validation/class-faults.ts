import type { ValidationError } from 'class-validator';
import { faultAt } from '../problem/fault.ts';
import type { FaultCode } from '../problem/fault.ts';
import type { Fault } from '../problem/problem-document.ts';
import { below } from './pointer.ts';

const CODES: Readonly<Record<string, FaultCode>> = {
  whitelistValidation: 'unknown-field',
  isDefined: 'required',
  isNotEmpty: 'required',
  maxLength: 'too-long',
  arrayMaxSize: 'too-long',
  minLength: 'too-short',
  arrayMinSize: 'too-short',
  matches: 'wrong-format',
  isISO8601: 'wrong-format',
  isIn: 'not-a-choice',
  isEnum: 'not-a-choice',
  min: 'out-of-range',
  max: 'out-of-range',
};
const ORDER = ['whitelistValidation', 'isDefined', 'isNotEmpty'];

function constraintOf(constraints: Readonly<Record<string, string>>): string {
  const names = Object.keys(constraints);
  return ORDER.find((name) => names.includes(name)) ?? names.find((name) => CODES[name] === undefined) ?? names[0] ?? '';
}

/** What class-validator found, as faults with pointers; one per property, the most telling first. */
export function faultsOfClass(errors: readonly ValidationError[], pointer = ''): Fault[] {
  return errors.flatMap((error) => {
    const at = below(pointer, error.property);
    const own = error.constraints ? [faultOfConstraint(at, error)] : [];
    return [...own, ...faultsOfClass(error.children ?? [], at)];
  });
}

function faultOfConstraint(pointer: string, error: ValidationError): Fault {
  const constraints = error.constraints ?? {};
  const name = constraintOf(constraints);
  if (error.value === undefined && name !== 'whitelistValidation') return faultAt(pointer, 'required');
  const code = CODES[name] ?? 'wrong-type';
  const words = constraints[name] ?? '';
  const numbers = /(-?\d+(?:\.\d+)?)/.exec(words)?.[1] ?? '';
  const facts = { name: error.property, type: words.replace(`${error.property} `, ''), max: numbers, min: numbers, choices: words.split(': ').at(-1) ?? '' };
  return faultAt(pointer, code === 'out-of-range' ? (name === 'min' ? 'too-short' : 'too-long') : code, facts);
}
