import type { CycleDocument, PeriodName } from '../language/step-document.ts';
import type { PackDocument } from '../language/pack-document.ts';
import type { CompiledExpression } from '../cel/expression.ts';
import type { CompiledItem, CompiledPersons } from './compiled-item.ts';
import type { CompiledTrigger } from './compiled-kind.ts';
import type { Compiler } from './compiler.ts';
import { compilePersons } from './compile-persons.ts';
import { pickDefined } from './compile-fields.ts';
import { eventNames } from './compile-triggers.ts';
import { isOneForThePost, queryOf, undecidedPicks } from './expand/cycle-debtor.ts';
import { metElsewhere } from './expand/expand-cycles.ts';
import { creatingActs, documentsOf } from './expand/expansion.ts';
import { literalOrExpression } from './literals.ts';
import type { LiteralOrExpression } from './literals.ts';
import type { KindLayers } from './merge-kinds.ts';

export interface CompiledCycle extends CompiledItem {
  readonly name: string;
  /** `pack/name`: fact `cycle` of what it opens. */
  readonly id: string;
  readonly every: PeriodName;
  readonly n: { readonly literal: number } | { readonly value: string };
  /** Rows of a query; each person; or a post, whoever holds it. */
  readonly subjects: { readonly query: string } | { readonly persons: CompiledPersons } | { readonly post: CompiledPersons };
  readonly kind: string;
  readonly service: string;
  readonly act: string;
  readonly opens: 'start' | 'end';
  readonly joins?: CompiledExpression;
  readonly set: readonly { readonly field: string; readonly value: LiteralOrExpression }[];
  /** What meets it elsewhere; events of the opened kind count by themselves. */
  readonly met?: CompiledTrigger & { readonly subject?: CompiledExpression };
}

/** Compiles a pack's cycles. Its step stands with the kind it opens (see `expandCycles`). */
export function compileCycles(compiler: Compiler, pack: PackDocument, packs: readonly PackDocument[], kinds: ReadonlyMap<string, KindLayers>): readonly CompiledCycle[] {
  if (pack.mode === 'watch') return [];
  return Object.entries(pack.cycles ?? {}).flatMap(([name, document]) => {
    const path = `cycles.${name}`;
    const family = kinds.get(document.open);
    const act = creatingActs(documentsOf(packs, document.open))[0];
    if (!family || act === undefined) {
      compiler.problem('unknownKind', pack.pack, path, `no act opens a ${document.open}`);
      return [];
    }
    for (const post of undecidedPicks(packs, pack.pack, document)) compiler.problem('ambiguousPick', pack.pack, `${path}.for`, `${post} picks one of several: say \`pick\` beside the list for one duty of all of them, or write a cycle for each post`);
    return [compileCycle(compiler, pack.pack, name, document, { service: family.service, act, onePost: isOneForThePost(packs, pack.pack, document) })];
  });
}

interface Opened {
  readonly service: string;
  readonly act: string;
  readonly onePost: boolean;
}

function compileCycle(compiler: Compiler, pack: string, name: string, document: CycleDocument, { service, act, onePost }: Opened): CompiledCycle {
  const path = `cycles.${name}`;
  const query = queryOf(document);
  const { met } = document;
  const events = metElsewhere(document);
  const elsewhere = met && events.length > 0 ? { events: eventNames(document.open, undefined, events), ...pickDefined({ if: compiler.optional(pack, met.if, `${path}.met.if`), subject: compiler.optional(pack, met.subject, `${path}.met.subject`) }) } : undefined;
  return {
    ...compiler.item(pack, path, document.rule),
    name, id: `${pack}/${name}`, every: document.every, n: countOf(compiler, pack, document.n, path), kind: document.open, service, act, opens: document.opens ?? 'start',
    subjects: query === undefined ? namedSubjects(compilePersons(compiler, pack, document.for, `${path}.for`, () => undefined), onePost) : { query },
    set: Object.entries(document.set ?? {}).map(([field, value]) => ({ field, value: literalOrExpression(value, (source) => compiler.expression(pack, source, `${path}.set.${field}`)) })),
    ...pickDefined({ joins: compiler.optional(pack, document.joins, `${path}.joins`), met: elsewhere }),
  };
}

function namedSubjects(persons: CompiledPersons, onePost: boolean): CompiledCycle['subjects'] {
  return onePost ? { post: persons } : { persons };
}

function countOf(compiler: Compiler, pack: string, n: number | string | undefined, path: string): CompiledCycle['n'] {
  if (typeof n !== 'string') return { literal: n ?? 1 };
  const value = n.replace(/^value:/, '');
  if (!compiler.value(pack, value)) compiler.problem('unknownName', pack, `${path}.n`, `no value ${n}`);
  return { value };
}
