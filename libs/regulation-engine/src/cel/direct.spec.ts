import { compileCalendar } from '@huiyin/deadline-rules';
import { directly, UNDECIDED } from './direct.ts';
import { runEnvironment } from './run-environment.ts';

const environment = runEnvironment(compileCalendar({ zone: 'Asia/Shanghai', hours: '08:30-17:30' }), { functions: undefined, pack: '' });

class Seen {
  get price(): bigint {
    return 5n;
  }
  get copy(): never {
    throw new Error('no copy here');
  }
}
environment.registerType('Seen', Seen);

/** One value of every sort that a scope may hold. */
const VALUES: readonly unknown[] = [null, true, false, 0n, 5n, -3n, 0, 1.5, Number.NaN, '', 'paid', 'free', 'PT30M', '35%', [], ['paid'], ['paid', 1n], [5n, 6n], {}, { price: 5n, none: null }, new Seen(), new Map([['price', 5n]])];

const PATTERNS: readonly string[] = [
  'matter', 'matter.price', 'matter.none', 'present(matter)', 'present(matter.price)', '!matter', '!present(matter)',
  'matter == value', 'matter != value', "matter == 'paid'", 'matter == 5', 'matter == 1.5', 'matter == true', 'matter < value', 'matter <= value', 'matter > 0', 'matter >= 1.5',
  'idOf(matter) == idOf(value)', "idOf(matter) == 'paid'", 'idOf(matter) in idsOf(value)', 'matter in value', "matter in ['paid', 'free']", "matter in ['paid', value]", 'matter in []', '[matter, value]', "['paid', 'free']",
  "(matter ? 'a' : 'b')", '(present(matter) ? matter.price == value : false)', '(matter ? value : matter)',
  'atLeast(matter, value)', 'atMost(matter, value)', "above(matter, 'PT15M')", 'below(matter, 1)',
];

const show = (value: unknown): string => JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? `${part}n` : Number.isNaN(part) ? 'NaN' : part));

describe.each(PATTERNS)('%s without the library', (source) => {
  const run = environment.parse(source);
  const direct = directly(run.ast)!;

  it('gives what the library gives, for values of every sort, or leaves it to the library', () => {
    const differing: string[] = [];
    let given = 0;
    for (const matter of VALUES) {
      for (const value of VALUES) {
        const names = { matter, value };
        let own: unknown = UNDECIDED;
        try {
          own = direct(names);
        } catch {
          // Left to the library too.
        }
        if (own === UNDECIDED) continue;
        given += 1;
        let library: unknown;
        try {
          library = run(names);
        } catch (error) {
          library = error;
        }
        if (library instanceof Error || show(library) !== show(own)) differing.push(`${show(names)}: ${show(own)}, not ${String(library)}`);
      }
    }
    expect(differing).toEqual([]);
    expect(given).toBeGreaterThan(0);
  });
});

describe('what is left to the library', () => {
  it.each(['matter.list.exists(n, n > 1)', 'matter.price + 1', '-matter.price', 'sum(matter.list)', "is(matter.who, 'clerk')", 'matter.list[0]', "matter.name.startsWith('a')", '{"a": matter.price}', 'present(matter.price) ? matter.price * 2 : 0'])('%s', (source) => {
    expect(directly(environment.parse(source).ast)).toBeUndefined();
  });

  it('a member that JavaScript adds, and a linked matter of which there is no copy', () => {
    const names = { matter: new Seen(), value: null };
    expect(directly(environment.parse('matter.toString').ast)!(names)).toBe(UNDECIDED);
    expect(() => directly(environment.parse('matter.copy').ast)!(names)).toThrow('no copy here');
  });

  it.each<readonly [string, unknown]>([['matter.missing', {}], ['matter.price', null], ['matter == 5', 5], ["matter == 'x'", 5n], ['!matter', null], ['matter < 1', 'PT1H'], ['matter', undefined]])('%s of %s', (source, matter) => {
    expect(directly(environment.parse(source).ast)!({ matter })).toBe(UNDECIDED);
  });
});
