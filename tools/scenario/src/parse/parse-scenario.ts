import { LineCounter, parseDocument, visit } from 'yaml';
import type { Document } from 'yaml';
import type { Scenario, ScenarioProblem } from '../scenario.ts';
import { checkNames } from './check-names.ts';
import { readActors } from './read-actors.ts';
import { readOperator } from './read-operator.ts';
import { readSteps } from './read-steps.ts';
import { ScenarioReader } from './scenario-reader.ts';

const KEYS = ['scenario', 'card', 'operator', 'actors', 'given', 'steps'];

/**
 * The scenario in `text`, or everything that is wrong with it: an unknown key, actor or saved name, a time that goes
 * backwards or does not exist, bad YAML. `file` is only named in problems. Nothing runs before a file is sound.
 */
export function parseScenario(text: string, file: string): Scenario | ScenarioProblem[] {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, stringKeys: false });
  const reader = new ScenarioReader(file, document, counter);
  for (const fault of [...document.errors, ...document.warnings]) reader.refuse(fault.pos[0], fault.message);
  refuseAliases(document, reader);
  if (reader.problems.length > 0) return reader.problems;

  const scenario = readScenario(document, file, reader);
  if (scenario && reader.problems.length === 0) return scenario;
  return reader.problems.sort((one, other) => one.line - other.line || one.column - other.column);
}

function readScenario(document: Document, file: string, reader: ScenarioReader): Scenario | undefined {
  const root = document.contents;
  const entries = reader.entries(root, 'a scenario file', KEYS);
  const title = reader.text(reader.required(entries, 'scenario', root, 'a scenario file'), 'scenario');
  const card = reader.text(entries.get('card'), 'card');
  const operator = readOperator(reader.required(entries, 'operator', root, 'a scenario file'), reader);
  const actors = readActors(reader.required(entries, 'actors', root, 'a scenario file'), reader);
  const wanted = reader.required(entries, 'steps', root, 'a scenario file');
  if (!operator) return undefined;

  const given = readSteps('given', entries.get('given'), operator.zone, reader);
  const steps = readSteps('steps', wanted, operator.zone, reader);
  checkNames(actors, given, steps, reader);
  const opensAt = [...given, ...steps].find(({ step }) => step.at !== undefined)?.step.at;
  if (steps.length > 0 && opensAt === undefined) reader.refuse(wanted?.key, 'no step says "at": the clock needs a first moment');
  if (title === undefined || opensAt === undefined) return undefined;
  return {
    file,
    title,
    card,
    operator,
    actors: actors.map(({ actor }) => actor),
    given: given.map(({ step }) => step),
    steps: steps.map(({ step }) => step),
    opensAt,
  };
}

/** One value written once: what a line of the file says must be readable on that line. */
function refuseAliases(document: Document, reader: ScenarioReader): void {
  visit(document, {
    Alias: (_, node) => reader.refuse(node, 'aliases are not part of scenario files; save a value and insert it by $name'),
  });
}
