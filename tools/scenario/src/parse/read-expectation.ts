import { isMap, isScalar, isSeq } from 'yaml';
import type { Node } from 'yaml';
import type { JsonObject } from '../json.ts';
import { OPERATORS } from '../match/operators.ts';
import type { Expectation } from '../scenario.ts';
import type { Entry, ScenarioReader } from './scenario-reader.ts';

const KEYS = ['status', 'headers', 'body'];

export function readExpectation(entry: Entry | undefined, reader: ScenarioReader): Expectation {
  if (!entry) return {};
  const entries = reader.entries(entry.value, 'expect', KEYS);
  const [headers, body] = [entries.get('headers'), entries.get('body')];
  if (headers) {
    reader.entries(headers.value, 'headers');
    checkOperators(headers.value, reader);
  }
  if (body) checkOperators(body.value, reader);
  return {
    status: readStatus(entries.get('status'), reader),
    ...(headers ? { headers: reader.json(headers.value) as JsonObject } : {}),
    ...(body ? { body: reader.json(body.value) } : {}),
  };
}

function readStatus(entry: Entry | undefined, reader: ScenarioReader): number | undefined {
  if (!entry) return undefined;
  const value = isScalar(entry.value) ? entry.value.value : undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 100 && value < 600) return value;
  return void reader.refuse(entry.value ?? entry.key, 'status is a number from 100 to 599');
}

function checkOperators(node: Node | null, reader: ScenarioReader): void {
  if (isSeq(node)) node.items.forEach((item) => checkOperators(item as Node, reader));
  if (!isMap(node)) return;
  const names = node.items.map(({ key }) => `${isScalar(key) ? key.value : key}`);
  const operators = names.filter((name) => name.startsWith('$'));
  if (operators.length > 0 && operators.length < names.length) reader.refuse(node, `${operators[0]} cannot stand beside plain keys`);
  for (const { key, value } of node.items) {
    const name = `${isScalar(key) ? key.value : key}`;
    if (name.startsWith('$')) checkOperand(name, key as Node, value as Node | null, reader);
    checkOperators(value as Node | null, reader);
  }
}

function checkOperand(name: string, key: Node, node: Node | null, reader: ScenarioReader): void {
  const value = isScalar(node) ? node.value : undefined;
  const must = (fine: boolean, what: string): void => {
    if (!fine) reader.refuse(node ?? key, `${name} takes ${what}`);
  };
  if (!Object.hasOwn(OPERATORS, name)) reader.refuse(key, `unknown operator "${name}"; there are ${Object.keys(OPERATORS).join(', ')}`);
  if (name === '$contains') must(isSeq(node), 'a list');
  if (name === '$length') must(typeof value === 'number' && Number.isInteger(value) && value >= 0, 'a whole number');
  if (name === '$absent') must(typeof value === 'boolean', 'true or false');
  if (name === '$matches') must(isRegularExpression(value), 'a regular expression');
  if (name === '$gte' || name === '$lte') must(typeof value === 'number' || typeof value === 'string', 'a number or a moment');
}

function isRegularExpression(value: unknown): boolean {
  try {
    return typeof value === 'string' && new RegExp(value, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
