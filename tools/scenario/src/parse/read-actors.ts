import type { Node } from 'yaml';
import type { ActorSpec } from '../scenario.ts';
import type { Entry, ScenarioReader } from './scenario-reader.ts';

const KEYS = [
  'role', 'customer', 'name', 'place', 'department', 'team', 'teams', 'leads', 'superior', 'rank', 'qualified', 'joined', 'shift',
];
const NAME = /^[A-Za-z][A-Za-z0-9_-]*$/;

export interface ReadActor {
  readonly actor: ActorSpec;
  readonly key: Node;
  readonly customer?: Entry;
}

/** The accounts of a file, superiors before their people. */
export function readActors(entry: Entry | undefined, reader: ScenarioReader): ReadActor[] {
  if (!entry) return [];
  const found = [...reader.entries(entry.value, 'actors')].flatMap(([key, value]) => readActor(key, value, reader) ?? []);
  return superiorsFirst(found, reader);
}

function readActor(key: string, entry: Entry, reader: ScenarioReader): ReadActor | undefined {
  if (!NAME.test(key)) reader.refuse(entry.key, `"${key}" is not a name for an actor: letters, digits, _ and -`);
  const entries = reader.entries(entry.value, `actor ${key}`, KEYS);
  const role = reader.text(reader.required(entries, 'role', entry.key, `actor ${key}`), 'role');
  const text = (name: string): string | undefined => reader.text(entries.get(name), name);
  if (entries.has('team') && entries.has('teams')) reader.refuse(entries.get('team')!.key, 'say team or teams, not both');
  const customer = entries.get('customer');
  if ((role === 'customer') !== (customer !== undefined)) {
    reader.refuse(entry.key, 'an actor with the role customer says which: { role: customer, customer: $name }');
  }
  if (role === undefined) return undefined;
  const json = (name: string) => (entries.has(name) ? reader.json(entries.get(name)!.value) : undefined);
  const actor: ActorSpec = {
    key,
    role,
    customer: readCustomer(customer, reader),
    name: text('name'),
    place: text('place'),
    department: text('department'),
    teams: reader.texts(entries.get('teams') ?? entries.get('team'), 'teams'),
    leads: reader.texts(entries.get('leads'), 'leads'),
    superior: text('superior'),
    rank: json('rank'),
    qualified: json('qualified'),
    joined: text('joined'),
    shift: json('shift'),
  };
  return { actor, key: entry.key, customer };
}

function readCustomer(entry: Entry | undefined, reader: ScenarioReader): string | undefined {
  const text = reader.text(entry, 'customer');
  if (text === undefined) return undefined;
  if (/^\$[A-Za-z]\w*$/.test(text)) return text.slice(1);
  reader.refuse(entry!.value, `customer names a value saved in given, as $customer; "${text}" does not`);
  return undefined;
}

function superiorsFirst(found: ReadActor[], reader: ScenarioReader): ReadActor[] {
  const byKey = new Map(found.map((read) => [read.actor.key, read]));
  const ordered = new Set<ReadActor>();
  const visit = (read: ReadActor, path: readonly ReadActor[]): void => {
    if (ordered.has(read)) return;
    if (path.includes(read)) return reader.refuse(read.key, `${read.actor.key} is among his own superiors`);
    const { superior } = read.actor;
    if (superior !== undefined) {
      const above = byKey.get(superior);
      if (!above) reader.refuse(read.key, `unknown actor "${superior}" as superior of ${read.actor.key}`);
      else if (above.actor.role === 'customer') reader.refuse(read.key, `${superior} is a customer and nobody's superior`);
      else visit(above, [...path, read]);
    }
    ordered.add(read);
  };
  for (const read of found) visit(read, []);
  return [...ordered];
}
