import { isScalar } from 'yaml';
import type { Node } from 'yaml';
import type { JsonObject } from '../json.ts';
import { METHODS } from '../scenario.ts';
import type { Method, Step } from '../scenario.ts';
import { readLocal } from '../time/local-instant.ts';
import { linesBelow } from './lines-below.ts';
import { readExpectation } from './read-expectation.ts';
import type { Entries, Entry, ScenarioReader } from './scenario-reader.ts';

const KEYS = ['row', 'title', 'at', 'as', ...METHODS, 'query', 'headers', 'body', 'save', 'expect'];

export interface ReadStep {
  readonly step: Step;
  readonly node: Node;
  readonly entries: Entries;
}

/** The steps of `given` or `steps`; moments are local to `zone`. */
export function readSteps(section: Step['section'], entry: Entry | undefined, zone: string, reader: ScenarioReader): ReadStep[] {
  if (!entry) return [];
  const nodes = reader.items(entry, section);
  if (section === 'steps' && nodes.length === 0) reader.refuse(entry.key, 'steps is empty');
  return nodes.flatMap((node, at) => readStep(section, at + 1, node, entry, zone, reader) ?? []);
}

function readStep(
  section: Step['section'],
  index: number,
  node: Node | null,
  list: Entry,
  zone: string,
  reader: ScenarioReader,
): ReadStep | undefined {
  if (!node) return void reader.refuse(list.key, `${section} has an empty step`);
  const entries = reader.entries(node, 'a step', KEYS);
  const as = reader.text(reader.required(entries, 'as', node, 'a step'), 'as');
  const request = readRequest(entries, node, reader);
  const at = readAt(entries.get('at'), zone, reader);
  const json = (name: string): JsonObject | undefined => reader.mapping(entries.get(name), name);
  const headers = Object.fromEntries(Object.entries(json('headers') ?? {}).map(([name, value]) => [name.toLowerCase(), `${value}`]));
  const body = entries.get('body');
  if (body && request?.method === 'get') reader.refuse(body.key, 'a get has no body; say query');
  const step: Step = {
    section,
    index,
    row: readRow(entries.get('row'), reader),
    title: reader.text(entries.get('title'), 'title') ?? `${request?.method.toUpperCase()} ${request?.path} as ${as}`,
    line: reader.lineOf(node),
    at,
    as: as ?? '',
    method: request?.method ?? 'get',
    path: request?.path ?? '/',
    query: json('query') ?? {},
    headers,
    ...(body ? { body: reader.json(body.value) } : {}),
    save: readSave(entries.get('save'), reader),
    expect: readExpectation(entries.get('expect'), reader),
    lines: linesBelow(node, (below) => reader.lineOf(below)),
  };
  return { step, node, entries };
}

function readRequest(entries: Entries, node: Node, reader: ScenarioReader): { method: Method; path: string } | undefined {
  const methods = METHODS.filter((name) => entries.has(name));
  const [method] = methods;
  if (method === undefined || methods.length > 1) {
    return void reader.refuse(node, `a step has exactly one of ${METHODS.join(', ')}`);
  }
  const path = reader.text(entries.get(method), method);
  if (path === undefined) return undefined;
  if (path.startsWith('/') && !/[\s?#]/.test(path)) return { method, path };
  return void reader.refuse(entries.get(method)!.value, `"${path}" is not a path: it begins with / and has its query under query`);
}

function readAt(entry: Entry | undefined, zone: string, reader: ScenarioReader): number | undefined {
  const text = reader.text(entry, 'at');
  if (text === undefined) return undefined;
  try {
    return readLocal(text, zone);
  } catch (fault) {
    return void reader.refuse(entry!.value, (fault as Error).message);
  }
}

function readRow(entry: Entry | undefined, reader: ScenarioReader): number | string | undefined {
  if (!entry) return undefined;
  const value = isScalar(entry.value) ? entry.value.value : undefined;
  if (typeof value === 'number' || typeof value === 'string') return value;
  return void reader.refuse(entry.value ?? entry.key, 'row is a number or a text');
}

function readSave(entry: Entry | undefined, reader: ScenarioReader): Record<string, string> {
  if (!entry) return {};
  const saved: Record<string, string> = {};
  for (const [name, value] of reader.entries(entry.value, 'save')) {
    const path = reader.text(value, 'a path into the answer');
    if (!/^[A-Za-z]\w*$/.test(name)) reader.refuse(value.key, `"${name}" cannot be inserted as $${name}: letters, digits and _`);
    else if (path !== undefined) saved[name] = path;
  }
  return saved;
}
