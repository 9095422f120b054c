import { Environment } from '@marcbachmann/cel-js';
import { SIGNATURES } from './allowed-functions.ts';
import { registerMixedTypes } from './arithmetic.ts';
import type { ScopeTypes, TypeSpec } from './scope-types.ts';

class Instant {}
class Day {}
class TimeOfDay {}
class Span {}

const SCALARS: Readonly<Record<string, string>> = {
  text: 'string', person: 'string', int: 'int', decimal: 'double', bool: 'bool', instant: 'Instant', date: 'Day', time: 'TimeOfDay', duration: 'Span', any: 'dyn',
};

/** The library's checker with the declared types of one scope. Instants, dates, times and durations are types of their own. */
export function typeEnvironment(scope: ScopeTypes): Environment {
  const environment = new Environment({ homogeneousAggregateLiterals: false });
  for (const [name, ctor] of [['Instant', Instant], ['Day', Day], ['TimeOfDay', TimeOfDay], ['Span', Span]] as const) {
    environment.registerType(name, ctor);
    environment.registerOperator(`${name} == ${name}`, same);
    if (name === 'Span') continue;
    for (const op of ['<', '<=', '>', '>=']) environment.registerOperator(`${name} ${op} ${name}`, same);
  }
  registerMixedTypes(environment);
  for (const signature of SIGNATURES) environment.registerFunction(signature, same);
  const types = new TypeRegistrar(environment);
  for (const [name, spec] of Object.entries(scope)) environment.registerVariable(name, types.of(spec, name));
  return environment;
}

/** Only checked, never run. */
function same(): never {
  throw new Error('not evaluated');
}

class TypeRegistrar {
  readonly #environment: Environment;
  readonly #names = new Map<TypeSpec, string>();
  readonly #matters: string[] = [];
  constructor(environment: Environment) {
    this.#environment = environment;
  }

  of(spec: TypeSpec, path: string): string {
    if (spec.base === 'list') return spec.of ? `list<${this.of(spec.of, `${path}_entry`)}>` : 'list';
    if (spec.base !== 'object') return SCALARS[spec.base] ?? 'dyn';
    const known = this.#names.get(spec);
    if (known) return known;
    const name = `T${this.#names.size}_${path.replace(/[^A-Za-z0-9]/g, '_')}`;
    this.#names.set(spec, name);
    const fields = Object.fromEntries(Object.entries(spec.fields ?? {}).map(([field, type]) => [field, this.of(type, `${path}_${field}`)]));
    this.#environment.registerType(name, { fields });
    this.#environment.registerOperator(`${name} == ${name}`, same);
    if (isMatter(spec)) this.#comparable(name);
    return name;
  }

  /** Matters are compared by their ids: with each other, and with a text that is one. */
  #comparable(name: string): void {
    for (const other of ['string', ...this.#matters]) {
      this.#environment.registerOperator(`${name} == ${other}`, same);
      for (const [one, list] of [[name, other], [other, name]]) this.#environment.registerOperator(`${one} in list<${list}>`, same);
    }
    this.#matters.push(name);
  }
}

function isMatter({ fields }: TypeSpec): boolean {
  return fields?.['id'] !== undefined && fields['state'] !== undefined;
}
