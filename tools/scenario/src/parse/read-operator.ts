import type { OperatorSpec } from '../scenario.ts';
import { isZone } from '../time/local-instant.ts';
import type { Entry, ScenarioReader } from './scenario-reader.ts';

const KEYS = ['name', 'zone', 'packs', 'overrides', 'calendar'];
const CALENDAR_KEYS = ['country', 'hours', 'days'];

/** The fresh tenant of a file; `undefined` where what follows cannot be read without it. */
export function readOperator(entry: Entry | undefined, reader: ScenarioReader): OperatorSpec | undefined {
  if (!entry) return undefined;
  const entries = reader.entries(entry.value, 'operator', KEYS);
  const name = reader.text(reader.required(entries, 'name', entry.key, 'operator'), 'name');
  const zone = readZone(reader.required(entries, 'zone', entry.key, 'operator'), reader);
  const packs = reader.texts(reader.required(entries, 'packs', entry.key, 'operator'), 'packs');
  const calendar = entries.get('calendar');
  if (calendar) reader.entries(calendar.value, 'calendar', CALENDAR_KEYS);
  const overrides = reader.mapping(entries.get('overrides'), 'overrides');
  if (name === undefined || zone === undefined || packs === undefined) return undefined;
  return { name, zone, packs, overrides, calendar: reader.mapping(calendar, 'calendar') };
}

function readZone(entry: Entry | undefined, reader: ScenarioReader): string | undefined {
  const zone = reader.text(entry, 'zone');
  if (zone === undefined || isZone(zone)) return zone;
  reader.refuse(entry!.value, `"${zone}" is not a time zone such as Asia/Shanghai`);
  return undefined;
}
