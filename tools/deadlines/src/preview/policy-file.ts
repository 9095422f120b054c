import type { CalendarDocument, DuePolicy, WorkCalendar } from '@huiyin/deadline-rules';
import { compilePolicy } from '@huiyin/regulation-engine';
import type { CompiledPolicy, FactMap, PackDocument } from '@huiyin/regulation-engine';
import { composePolicy, listCores, listPacks, loadCore, loadPack } from '@huiyin/regulation-packs';
import { calendarAt } from '../command-line/chosen-calendar.ts';
import { shapeCheck } from '../files/check-shape.ts';
import { FileRefusedError, quoted } from '../files/file-refused.ts';
import { readJson } from '../files/json-file.ts';
import type { JsonFile } from '../files/json-file.ts';
import { POLICY_FILE } from './policy-schema.ts';

/** A limit of a policy by name: its text and how it counts. */
export interface PolicyValue {
  text: string;
  policy: DuePolicy;
}

/** What a preview needs of a policy. */
export interface PreviewPolicy {
  readonly file: string;
  readonly calendar: WorkCalendar;
  /** The value of a pack, overrides applied. */
  valueOf(pack: string, name: string): PolicyValue | undefined;
  /** Every value that is a text, as `pack.name`. */
  readonly values: ReadonlyMap<string, PolicyValue>;
}

interface PolicyFile {
  calendar: CalendarDocument;
  packs?: (string | PackDocument)[];
  overrides?: FactMap;
}

type Adopted = Omit<PolicyFile, 'packs'> & { packs: PackDocument[] };

const checkPolicy = shapeCheck(POLICY_FILE);

/** Reads a policy, as stored or in short, or a calendar alone. Throws FileRefusedError. */
export function readPolicy(path: string): PreviewPolicy {
  const file = readJson(path);
  checkPolicy(file);
  const whole = 'calendar' in (file.value as object);
  const document = whole ? (file.value as PolicyFile) : { calendar: file.value as CalendarDocument };
  const calendar = calendarAt(file, whole ? ['calendar'] : [], document.calendar);
  const packs = (document.packs ?? []).map((pack, index) => (typeof pack === 'string' ? packOf(file, pack, index) : pack));
  if (packs.length === 0) return { file: path, calendar, valueOf: () => undefined, values: new Map() };
  return { file: path, calendar, ...valuesOf(compiled(file, { ...document, packs }), packs) };
}

function packOf(file: JsonFile, id: string, index: number): PackDocument {
  const known = listPacks();
  if (!known.includes(id)) throw new FileRefusedError([file.problem('shape', ['packs', index], { message: 'there is no such pack', found: quoted(id), allowed: known })]);
  return loadPack(id).document;
}

/** A stored policy holds its cores; one in short takes those of the workspace. */
function compiled(file: JsonFile, { calendar, packs, overrides }: Adopted): CompiledPolicy {
  const ids = new Set(packs.map(({ pack }) => pack));
  const cores = listCores().map((core) => loadCore(core).document).filter(({ pack }) => !ids.has(pack));
  const document = composePolicy({ cores, packs, overrides, calendar });
  const policy = compilePolicy(document, { hash: 'preview' });
  const problems = policy.problems.filter(({ severity }) => severity === 'error');
  if (problems.length > 0) throw new FileRefusedError(problems.map(({ code, item, message }) => file.problem(code, item.split('.'), { message })));
  return policy;
}

function valuesOf(policy: CompiledPolicy, packs: readonly PackDocument[]): Pick<PreviewPolicy, 'valueOf' | 'values'> {
  const valueOf = (pack: string, name: string): PolicyValue | undefined => {
    const value = policy.valueOf(pack, name);
    if (typeof value?.is !== 'string') return undefined;
    const { is, roll, firstDay, hour } = value;
    return { text: is, policy: { ...(roll && { roll }), ...(firstDay && { firstDay }), ...(hour && { hour }) } };
  };
  const values = new Map<string, PolicyValue>();
  for (const { pack, values: named = {} } of packs) {
    for (const name of Object.keys(named)) {
      const value = valueOf(pack, name);
      if (value) values.set(`${pack}.${name}`, value);
    }
  }
  return { valueOf, values };
}
