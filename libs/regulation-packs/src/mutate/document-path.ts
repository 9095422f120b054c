type Tree = Readonly<Record<string, unknown>> | readonly unknown[];

/** `kinds.workOrder.acts.price.require[0].that` as its steps. A key with a dot in it is never on the way to an item that is mutated. */
export function stepsOf(path: string): readonly (string | number)[] {
  return [...path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map((match) => (match[2] === undefined ? (match[1] ?? '') : Number(match[2])));
}

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;
const member = (tree: unknown, step: string | number): unknown => (isTree(tree) ? (tree as Record<string | number, unknown>)[step] : undefined);

/** What stands at the path; undefined: nothing. */
export function valueAt(document: unknown, path: string): unknown {
  return stepsOf(path).reduce<unknown>(member, document);
}

/** The document with another value at the path; `undefined` takes the member or entry out. The document itself is not changed. */
export function withValue<T>(document: T, path: string, value: unknown): T {
  const replaced = (tree: unknown, [step, ...rest]: readonly (string | number)[]): unknown => {
    if (step === undefined) return value;
    if (!isTree(tree)) throw new RangeError(`nothing stands at ${path}`);
    const inner = replaced(member(tree, step), rest);
    if (Array.isArray(tree)) return inner === undefined ? tree.filter((_, index) => index !== step) : tree.map((item: unknown, index) => (index === step ? inner : item));
    const { [step]: _, ...others } = tree as Record<string | number, unknown>;
    return inner === undefined ? others : { ...(tree as Record<string, unknown>), [step]: inner };
  };
  return replaced(document, stepsOf(path)) as T;
}

/** The rules that the item at the path carries: its own, or those of the nearest item around it. */
export function ruleOf(document: unknown, path: string): string {
  const steps = stepsOf(path);
  for (let length = steps.length; length >= 0; length -= 1) {
    const rule = member(steps.slice(0, length).reduce<unknown>(member, document), 'rule');
    if (Array.isArray(rule)) return String(rule[0]);
    if (typeof rule === 'string' || typeof rule === 'number') return String(rule);
  }
  return '-';
}
