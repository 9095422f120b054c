import { Environment } from '@marcbachmann/cel-js';
import type { WorkCalendar } from '@huiyin/deadline-rules';
import { dayFunctions } from './day-functions.ts';
import { registerArithmetic } from './arithmetic.ts';
import { idOf, idsOf } from './id-of.ts';
import { distinct, extreme, mean, ratio, sum } from './list-functions.ts';
import { magnitude } from './magnitudes.ts';
import { timeFunctions } from './time-functions.ts';
import type { FunctionContext } from './function-context.ts';

/** Names that every expression may find in scope; absent ones are null. */
export const SCOPE_NAMES = ['matter', 'after', 'act', 'event', 'actor', 'now', 'values', 'facts', 'line', 'it', 'key', 'value', 'starter'] as const;

/** Set before each evaluation: evaluation is synchronous and never nests across policies. */
export interface EvaluationSeat {
  functions: FunctionContext | undefined;
  pack: string;
}

/** The library's environment as one policy uses it: everything dynamic at run time (the linter checked the types). */
export function runEnvironment(calendar: WorkCalendar, seat: EvaluationSeat): Environment {
  const environment = new Environment({ homogeneousAggregateLiterals: false });
  for (const name of SCOPE_NAMES) environment.registerVariable(name, 'dyn');
  registerArithmetic(environment);
  registerLists(environment);
  const time = timeFunctions(calendar);
  for (const name of ['dateOf', 'timeOf', 'businessDate'] as const) environment.registerFunction(`${name}(dyn): dyn`, time[name]);
  for (const name of ['daysBetween', 'workingBetween', 'instantOf', 'endOf', 'addTo'] as const) environment.registerFunction(`${name}(dyn, dyn): dyn`, time[name]);
  const days = dayFunctions(calendar);
  environment.registerFunction('isWorkingDay(dyn): dyn', days.isWorkingDay);
  for (const name of ['daysOf', 'daysOff'] as const) environment.registerFunction(`${name}(dyn, dyn): dyn`, days[name]);
  registerPeople(environment, seat);
  return environment;
}

function registerLists(environment: Environment): void {
  environment.registerFunction('present(dyn): bool', (value: unknown) => value !== null);
  environment.registerFunction('idOf(dyn): dyn', idOf);
  environment.registerFunction('idsOf(dyn): dyn', idsOf);
  environment.registerFunction('ratio(dyn, dyn): dyn', ratio);
  environment.registerFunction('min(dyn): dyn', (list: unknown[]) => extreme(list, -1));
  environment.registerFunction('max(dyn): dyn', (list: unknown[]) => extreme(list, 1));
  environment.registerFunction('min(dyn, dyn): dyn', (a: unknown, b: unknown) => extreme([a, b], -1));
  environment.registerFunction('max(dyn, dyn): dyn', (a: unknown, b: unknown) => extreme([a, b], 1));
  environment.registerFunction('sum(dyn): dyn', sum);
  environment.registerFunction('mean(dyn): dyn', mean);
  environment.registerFunction('distinct(dyn): dyn', distinct);
  environment.registerFunction('atLeast(dyn, dyn): bool', (a: unknown, b: unknown) => magnitude(a) >= magnitude(b));
  environment.registerFunction('atMost(dyn, dyn): bool', (a: unknown, b: unknown) => magnitude(a) <= magnitude(b));
  environment.registerFunction('above(dyn, dyn): bool', (a: unknown, b: unknown) => magnitude(a) > magnitude(b));
  environment.registerFunction('below(dyn, dyn): bool', (a: unknown, b: unknown) => magnitude(a) < magnitude(b));
  // eslint-disable-next-line eqeqeq -- an int is a bigint, a decimal a number
  environment.registerFunction('equals(dyn, dyn): bool', (a: unknown, b: unknown) => magnitude(a) == magnitude(b));
}

/** Functions that look at the operator's staff at the instant of the evaluation. */
export const PERSON_FUNCTIONS: ReadonlySet<string> = new Set(['rankOf', 'departmentOf', 'superiorOf', 'leaderOf', 'is', 'inRole']);

function registerPeople(environment: Environment, seat: EvaluationSeat): void {
  const functions = (): FunctionContext => {
    if (!seat.functions) throw new Error('persons are not known here');
    return seat.functions;
  };
  environment.registerFunction('rankOf(dyn): dyn', (person: unknown) => BigInt(functions().rankOf(id(person))));
  environment.registerFunction('departmentOf(dyn): dyn', (person: unknown) => functions().departmentOf(id(person)));
  environment.registerFunction('superiorOf(dyn): dyn', (person: unknown) => functions().superiorOf(id(person)));
  environment.registerFunction('leaderOf(dyn): dyn', (team: unknown) => functions().leaderOf(id(team)));
  environment.registerFunction('is(dyn, dyn): dyn', (person: unknown, party: unknown) => functions().holdsPost(id(person), id(party), seat.pack));
  environment.registerFunction('inRole(dyn): dyn', (party: unknown) => [...functions().holdersOf(id(party), seat.pack)]);
}

function id(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new TypeError(`not a name: ${value === null ? 'absent' : typeof value}`);
}
