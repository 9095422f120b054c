import { isMap, isScalar, isSeq } from 'yaml';
import type { Node } from 'yaml';
import { namesIn } from '../names/saved-names.ts';
import { ADMIN, METHODS } from '../scenario.ts';
import type { ReadActor } from './read-actors.ts';
import type { ReadStep } from './read-steps.ts';
import type { ScenarioReader } from './scenario-reader.ts';

/** Names of actors and saved values are known where they are used, and time never goes backwards. */
export function checkNames(actors: readonly ReadActor[], given: readonly ReadStep[], steps: readonly ReadStep[], reader: ScenarioReader): void {
  const saved = new Set<string>();
  const staff = actors.filter(({ actor }) => actor.role !== 'customer').map(({ actor }) => actor.key);
  const everyone = [...actors.map(({ actor }) => actor.key), ADMIN];
  for (const read of given) {
    checkActor(read, [...staff, ADMIN], everyone, reader);
    checkInsertions(read, saved, reader);
  }
  for (const { actor, customer } of actors) {
    if (actor.customer !== undefined && !saved.has(actor.customer)) {
      reader.refuse(customer!.value, `no step of given saves $${actor.customer}`);
    }
  }
  for (const read of steps) {
    checkActor(read, everyone, everyone, reader);
    checkInsertions(read, saved, reader);
  }
  checkTime([...given, ...steps], reader);
}

function checkActor({ step, entries }: ReadStep, allowed: string[], everyone: string[], reader: ScenarioReader): void {
  if (step.as === '' || allowed.includes(step.as)) return;
  const at = entries.get('as')?.value;
  if (everyone.includes(step.as)) reader.refuse(at, `${step.as} is a customer, whose account is opened after given`);
  else reader.refuse(at, `unknown actor "${step.as}"; there are ${everyone.join(', ')}`);
}

function checkInsertions({ step, entries }: ReadStep, saved: Set<string>, reader: ScenarioReader): void {
  for (const key of [...METHODS, 'query', 'headers', 'body', 'expect']) visitTexts(entries.get(key)?.value, (text, node) => checkText(text, node, saved, reader));
  for (const name of Object.keys(step.save)) saved.add(name);
}

function checkText(text: string, node: Node, saved: Set<string>, reader: ScenarioReader): void {
  const field = /\$[A-Za-z]\w*\.[A-Za-z]\w*/.exec(text.replaceAll('$$', ''));
  if (field) reader.refuse(node, `"${field[0]}": only whole saved values are inserted; save the field under a name of its own`);
  for (const name of namesIn(text)) {
    if (!saved.has(name)) reader.refuse(node, `unknown saved name "$${name}"; no earlier step saves it`);
  }
}

function visitTexts(node: unknown, visit: (text: string, node: Node) => void): void {
  if (isScalar(node) && typeof node.value === 'string') visit(node.value, node);
  if (isSeq(node)) node.items.forEach((item) => visitTexts(item, visit));
  if (isMap(node)) node.items.forEach(({ value }) => visitTexts(value, visit));
}

function checkTime(steps: readonly ReadStep[], reader: ScenarioReader): void {
  let last = Number.NEGATIVE_INFINITY;
  for (const { step, entries } of steps) {
    if (step.at === undefined) continue;
    if (step.at < last) reader.refuse(entries.get('at')!.value, 'time goes backwards: an earlier step is later than this');
    last = Math.max(last, step.at);
  }
}
