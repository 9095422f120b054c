import { RUNS } from '@huiyin/regulation-engine';
import { create } from '@bufbuild/protobuf';
import { ConstantSchema, Expr_CallSchema, Expr_ComprehensionSchema, Expr_CreateListSchema, Expr_SelectSchema, ExprSchema, type Expr } from '@bufbuild/cel-spec/cel/expr/syntax_pb.js';

const expr = (kind: Expr['exprKind'], id: bigint): Expr => create(ExprSchema, { id, exprKind: kind });
const call = (name: string, args: readonly Expr[], id: bigint): Expr => expr({ case: 'callExpr', value: create(Expr_CallSchema, { function: name, args: [...args] }) }, id);
const constant = (value: boolean, id: bigint): Expr => expr({ case: 'constExpr', value: create(ConstantSchema, { constantKind: { case: 'boolValue', value } }) }, id);
const nothing = (id: bigint): Expr => expr({ case: 'constExpr', value: create(ConstantSchema, { constantKind: { case: 'nullValue', value: 0 } }) }, id);
const choice = (condition: Expr, yes: Expr, no: Expr): Expr => call('_?_:_', [condition, yes, no], condition.id);
const present = (node: Expr): Expr => call('_!=_', [node, nothing(node.id)], node.id);

/** `a.b.c` and every path before it; all must be there. Roots that are always there are not asked. */
function paths(node: Expr): readonly Expr[] {
  const kind = node.exprKind;
  if (kind.case !== 'selectExpr' || kind.value.operand === undefined) return kind.case === 'identExpr' && kind.value.name === 'matter' ? [] : [node];
  return [...paths(kind.value.operand), node];
}

/** A list that is gone through: `matter.steps` as the runs of its steps. */
function asList(node: Expr): Expr {
  const kind = node.exprKind;
  return kind.case === 'selectExpr' && kind.value.field === 'steps' ? expr({ case: 'selectExpr', value: create(Expr_SelectSchema, { operand: kind.value.operand, field: RUNS }) }, node.id) : node;
}

/**
 * What packs mean by an expression, said on the second implementation's own tree: errors surface out of `&&`, `||`, `all` and `exists`;
 * `has()` asks whether there is a value on every step of the path; `holds` compares as the value's word says.
 */
export function strictly(node: Expr, operators: (value: string) => string): Expr {
  const below = (child: Expr | undefined): Expr => strictly(child ?? nothing(0n), operators);
  const { exprKind: kind, id } = node;
  switch (kind.case) {
    case 'callExpr': {
      const { function: name, args, target } = kind.value;
      const [first, second] = args;
      if (name === '_&&_') return choice(below(first), below(second), constant(false, id));
      if (name === '_||_') return choice(below(first), constant(true, id), below(second));
      if (name === '@not_strictly_false') return constant(true, id);
      if (name === 'holds' && second?.exprKind.case === 'selectExpr') return call(`holds${operators(second.exprKind.value.field)}`, [below(first), below(second)], id);
      if (name === 'size' && target !== undefined) return expr({ case: 'callExpr', value: create(Expr_CallSchema, { function: name, args: args.map(below), target: below(asList(target)) }) }, id);
      return expr({ case: 'callExpr', value: create(Expr_CallSchema, { function: name, args: args.map(below), ...(target && { target: below(target) }) }) }, id);
    }
    case 'selectExpr': {
      const { operand, field, testOnly } = kind.value;
      const select = expr({ case: 'selectExpr', value: create(Expr_SelectSchema, { operand: below(operand), field }) }, id);
      if (!testOnly) return select;
      return paths(select).reduceRight<Expr>((rest, path) => choice(present(path), rest, constant(false, id)), constant(true, id));
    }
    case 'listExpr':
      return expr({ case: 'listExpr', value: create(Expr_CreateListSchema, { elements: kind.value.elements.map(below) }) }, id);
    case 'comprehensionExpr':
      return expr({ case: 'comprehensionExpr', value: create(Expr_ComprehensionSchema, { ...kind.value, iterRange: below(kind.value.iterRange && asList(kind.value.iterRange)), accuInit: below(kind.value.accuInit), loopCondition: constant(true, id), loopStep: everyEntry(kind.value.loopStep, below), result: below(kind.value.result) }) }, id);
    default:
      return node;
  }
}

/** One round of `all` or `exists`: the entry is looked at even when the answer is known, so that its error surfaces. */
function everyEntry(step: Expr | undefined, below: (child: Expr | undefined) => Expr): Expr {
  const kind = step?.exprKind;
  if (step === undefined || kind?.case !== 'callExpr') return below(step);
  const [known, entry] = kind.value.args;
  const yes = constant(true, step.id);
  const no = constant(false, step.id);
  if (kind.value.function === '_&&_') return choice(below(known), below(entry), choice(below(entry), no, no));
  if (kind.value.function === '_||_') return choice(below(known), choice(below(entry), yes, yes), below(entry));
  return below(step);
}
