import { serviceOfId } from '@huiyin/contracts-kernel';
import { camel, faultAt, isJsonObject, kebab } from '@huiyin/platform-http';
import type { Fault } from '@huiyin/platform-http';
import type { FactValue, FieldDescription } from '@huiyin/regulation-engine';
import { isDuration, isLocalDate, readInstant } from './instant.ts';

export type ReadValue = { readonly ok: true; readonly value: FactValue } | { readonly ok: false; readonly fault: Fault };
export type ScalarField = Pick<FieldDescription, 'type' | 'max' | 'min' | 'choices'>;

/** Beyond this no text field goes, whatever its own limit. */
export const LONGEST_TEXT = 20_000;
const CURRENCY = 'CNY';
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

const fine = (value: FactValue): ReadValue => ({ ok: true, value });
const bad = (fault: Fault): ReadValue => ({ ok: false, fault });

function readText(value: unknown, field: ScalarField, pointer: string): ReadValue {
  if (typeof value !== 'string') return bad(faultAt(pointer, 'wrong-type', { type: 'text' }));
  const most = Math.min(field.max ?? LONGEST_TEXT, LONGEST_TEXT);
  if ([...value].length > most) return bad(faultAt(pointer, 'too-long', { max: most }));
  return CONTROL.test(value) ? bad(faultAt(pointer, 'control-character')) : fine(value);
}

function readNumber(value: unknown, field: ScalarField, pointer: string): ReadValue {
  const whole = field.type === 'int';
  if (typeof value !== 'number' || (whole && !Number.isSafeInteger(value))) return bad(faultAt(pointer, 'wrong-type', { type: whole ? 'integer' : 'number' }));
  return Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? fine(value) : bad(faultAt(pointer, 'out-of-range', { min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }));
}

function readMoney(value: unknown, pointer: string): ReadValue {
  if (!isJsonObject(value)) return bad(faultAt(pointer, 'wrong-type', { type: '{ amount, currency }' }));
  const stranger = Object.keys(value).find((name) => name !== 'amount' && name !== 'currency');
  if (stranger !== undefined) return bad(faultAt(`${pointer}/${stranger}`, 'unknown-field', { name: stranger }));
  if (!Number.isSafeInteger(value['amount'])) return bad(faultAt(`${pointer}/amount`, 'wrong-type', { type: 'integer' }));
  return value['currency'] === CURRENCY ? fine(value['amount'] as number) : bad(faultAt(`${pointer}/currency`, 'not-a-choice', { choices: CURRENCY }));
}

function readChoice(value: unknown, choices: readonly string[], pointer: string): ReadValue {
  const found = typeof value === 'string' ? choices.find((choice) => kebab(choice) === value) : undefined;
  return found === undefined ? bad(faultAt(pointer, 'not-a-choice', { choices: choices.map(kebab).join(', ') })) : fine(found);
}

function readFormat(value: unknown, type: string, accepts: (text: string) => FactValue | undefined, pointer: string): ReadValue {
  if (typeof value !== 'string' || value.length > 100) return bad(faultAt(pointer, 'wrong-type', { type }));
  const read = accepts(value);
  return read === undefined ? bad(faultAt(pointer, 'wrong-format', { type })) : fine(read);
}

const keep = (fits: (text: string) => boolean) => (text: string) => (fits(text) ? text : undefined);

/** One scalar of the API as the engine's value, or the fault it has. */
export function readScalar(value: unknown, field: ScalarField, pointer: string): ReadValue {
  switch (field.type) {
    case 'bool':
      return typeof value === 'boolean' ? fine(value) : bad(faultAt(pointer, 'wrong-type', { type: 'true, false' }));
    case 'int':
    case 'decimal':
    case 'percent':
      return readNumber(value, field, pointer);
    case 'money':
      return readMoney(value, pointer);
    case 'choice':
      return readChoice(value, field.choices ?? [], pointer);
    case 'instant':
      return readFormat(value, 'RFC 3339', readInstant, pointer);
    case 'date':
      return readFormat(value, 'YYYY-MM-DD', keep(isLocalDate), pointer);
    case 'time':
      return readFormat(value, 'HH:MM', keep((text) => /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(text)), pointer);
    case 'duration':
      return readFormat(value, 'ISO 8601', keep(isDuration), pointer);
    case 'ref':
    case 'person':
    case 'file':
      return readFormat(value, 'id', keep((text) => serviceOfId(text) !== undefined), pointer);
    default:
      return readText(value, field, pointer);
  }
}

/** A state, kind or act of the API in the packs' spelling. */
export const engineWord = (word: string): string => camel(word);
