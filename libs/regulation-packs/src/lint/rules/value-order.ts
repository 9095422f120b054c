import type { ValueDocument } from '@huiyin/regulation-engine';
import type { LoadedPack } from '../../load/load-pack.ts';
import type { PackProblem } from '../../load/pack-problem.ts';
import { all, entries, finding, type LintRule } from '../lint-subject.ts';
import { magnitude } from '../magnitude.ts';

function check(pack: LoadedPack, name: string, value: ValueDocument, side: 'below' | 'above'): readonly PackProblem[] {
  const named = value[side];
  if (named === undefined) return [];
  const path = `values.${name}.${side}`;
  const other = pack.document.values?.[named.replace(/^value:/, '')];
  if (other === undefined) return [finding(pack, path, 'unknownName', `there is no value ${named}`)];
  const [own, against] = [magnitude(value.is), magnitude(other.is)];
  if (own === undefined || against === undefined || own.unit !== against.unit) return [finding(pack, path, 'valuesOutOfOrder', `${String(value.is)} and ${String(other.is)} cannot be compared`)];
  const right = side === 'below' ? own.size < against.size : own.size > against.size;
  return right ? [] : [finding(pack, path, 'valuesOutOfOrder', `${name} (${String(value.is)}) must stay ${side} ${named} (${String(other.is)})`)];
}

/** Figures keep the order they declare, also after the operator's overrides. */
export const valueOrder: LintRule = (subject) =>
  all(subject).flatMap((pack) => entries(pack.document.values).flatMap(([name, value]) => [...check(pack, name, value, 'below'), ...check(pack, name, value, 'above')]));
