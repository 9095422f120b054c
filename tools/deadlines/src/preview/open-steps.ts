import type { DuePolicy, StopwatchEvent, TimedStep } from '@huiyin/deadline-rules';
import { shapeCheck } from '../files/check-shape.ts';
import { FileRefusedError, quoted } from '../files/file-refused.ts';
import { readJson } from '../files/json-file.ts';
import type { JsonFile } from '../files/json-file.ts';
import type { PathStep } from '../files/json-places.ts';
import { STEPS_FILE } from './policy-schema.ts';
import type { PolicyValue, PreviewPolicy } from './policy-file.ts';

interface GivenStep {
  id: string;
  start: string;
  due: string | string[];
  counting?: DuePolicy;
  open?: boolean;
  events?: StopwatchEvent[];
}

const checkSteps = shapeCheck(STEPS_FILE);

/** Reads open promises; those that name a value of a pack get its limit before and after the edit. Throws FileRefusedError. */
export function readSteps(path: string, from: PreviewPolicy, to: PreviewPolicy): TimedStep[] {
  const file = readJson(path);
  checkSteps(file);
  return (file.value as GivenStep[]).map((given, index): TimedStep => {
    const { id, start, open, events } = given;
    const before = limitOf(file, given, [index, 'due'], from);
    const after = limitOf(file, given, [index, 'due'], to);
    return { id, start, ...before, ...(open !== undefined && { open }), ...(events && { events }), becomes: after };
  });
}

function limitOf(file: JsonFile, { due, counting }: GivenStep, path: readonly PathStep[], policy: PreviewPolicy): { spec: string | string[]; policy: DuePolicy } {
  const limits = (typeof due === 'string' ? [due] : due).map((text, index) =>
    resolved(file, text, typeof due === 'string' ? path : [...path, index], policy));
  const ways = new Set(limits.map((limit) => JSON.stringify(limit.policy)));
  if (!counting && ways.size > 1) {
    throw new FileRefusedError([file.problem('shape', path, { message: 'its values are counted in different ways', allowed: ['values counted alike, or counting beside the due'] })]);
  }
  const specs = limits.map(({ text }) => text);
  return { spec: specs.length === 1 ? specs[0]! : specs, policy: counting ?? limits[0]!.policy };
}

function resolved(file: JsonFile, text: string, path: readonly PathStep[], { valueOf, values, file: name }: PreviewPolicy): PolicyValue {
  const [, pack, value] = /^value:(.+)\.(\w+)$/.exec(text) ?? [];
  if (pack === undefined || value === undefined) return { text, policy: {} };
  const found = valueOf(pack, value);
  if (found) return found;
  throw new FileRefusedError([file.problem('unknownName', path, { message: `${name} has no such value`, found: quoted(text), allowed: values.size > 0 ? [...values.keys()].map((known) => `value:${known}`) : ['values of the packs of both policies'] })]);
}
