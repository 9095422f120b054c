import type { CompiledExpression } from '../cel/expression.ts';
import type { TableDocument, TableRowDocument } from '../language/table-document.ts';
import type { FactValue } from '../matter/matter.ts';
import { compileCell } from './cells.ts';
import type { CompiledException } from './compiled-item.ts';
import type { CompiledRow, CompiledTable } from './compiled-kind.ts';
import type { Compiler } from './compiler.ts';
import { literalOrExpression } from './literals.ts';
import { isName } from './names.ts';

/** Compiles a decision table of a kind. */
export function compileTable(compiler: Compiler, pack: string, kind: string, name: string, document: TableDocument, watch = false): CompiledTable {
  const path = `kinds.${kind}.tables.${name}`;
  if (!isName(document.sets)) compiler.problem('prototypeName', pack, `${path}.sets`, `not a name for a fact: ${document.sets}`);
  const inputs = Object.entries(document.in ?? {}).map(([input, source]) => ({ name: input, expression: compiler.expression(pack, source, `${path}.in.${input}`) }));
  return {
    ...compiler.item(pack, path, document.rule ?? document.rows[0]?.rule),
    name,
    sets: document.sets,
    policy: document.policy ?? 'unique',
    watch,
    inputs,
    rows: document.rows.map((row, index) => compileRow(compiler, pack, `${path}.rows[${index}]`, row, index, new Set(inputs.map((input) => input.name)), document)),
  };
}

const ROW_PARTS: ReadonlySet<string> = new Set(['then', 'rule', 'unless']);

function compileRow(compiler: Compiler, pack: string, path: string, row: TableRowDocument, index: number, inputs: ReadonlySet<string>, table: TableDocument): CompiledRow {
  const cells = Object.entries(row).filter(([part]) => !ROW_PARTS.has(part));
  for (const [input] of cells) if (!inputs.has(input)) compiler.problem('unknownName', pack, path, `the table has no input ${input}`);
  return {
    ...compiler.item(pack, path, row.rule ?? table.rule),
    index,
    cells: cells.flatMap(([input, cell]) => compileCell(input, cell as FactValue)),
    then: literalOrExpression(row.then, (source) => compiler.expression(pack, source, `${path}.then`)) as CompiledRow['then'],
    unless: compiler.exceptions(pack, row.unless, path),
  };
}

/** Dependency order: a table comes after those whose facts it reads. A cycle is a problem; its tables keep the order given. */
export function ordered(compiler: Compiler, kind: string, tables: readonly CompiledTable[]): readonly CompiledTable[] {
  const setters = new Map(tables.map((table) => [table.sets, table]));
  const done = new Set<CompiledTable>();
  const busy = new Set<CompiledTable>();
  const result: CompiledTable[] = [];
  const visit = (table: CompiledTable): void => {
    if (done.has(table)) return;
    if (busy.has(table)) {
      compiler.problem('cycle', table.pack, table.item, `${kind}.${table.sets} depends on itself`);
      return;
    }
    busy.add(table);
    for (const fact of [...factsRead(table), ...factsOfFigures(compiler, table)]) {
      const needed = setters.get(fact);
      if (needed && needed !== table) visit(needed);
    }
    busy.delete(table);
    done.add(table);
    result.push(table);
  };
  tables.forEach(visit);
  return result;
}

/** Facts of the matter that a table reads, in its inputs, its rows and their exceptions. */
export function factsRead(table: CompiledTable): ReadonlySet<string> {
  const expressions = [...table.inputs.map(({ expression }) => expression), ...table.rows.flatMap((row) => [...('expression' in row.then ? [row.then.expression] : []), ...row.unless.flatMap(readBy)])];
  return new Set(expressions.flatMap(matterFacts));
}

/** Facts by which the exceptions of its figures are judged. */
function factsOfFigures(compiler: Compiler, table: CompiledTable): readonly string[] {
  const cells = table.rows.flatMap((row) => row.cells.flatMap(({ source }) => [...source.matchAll(/value:([A-Za-z][A-Za-z0-9]*)/g)].map((match) => match[1]!)));
  const named = [...table.inputs.map(({ expression }) => expression), ...table.rows.flatMap((row) => ('expression' in row.then ? [row.then.expression] : []))].flatMap(({ reads }) => reads.filter((path) => path.startsWith('values.')).map((path) => path.split('.')[1]!));
  return [...cells, ...named].flatMap((name) => compiler.value(table.pack, name)?.unless.flatMap(readBy).flatMap(matterFacts) ?? []);
}

function matterFacts({ reads }: CompiledExpression): readonly string[] {
  return reads.filter((path) => path.startsWith('matter.')).map((path) => path.split('.')[1]!);
}

function readBy({ if: condition, then, unless }: CompiledException): readonly CompiledExpression[] {
  return [condition, ...('expression' in then ? [then.expression] : []), ...unless.flatMap(readBy)];
}
