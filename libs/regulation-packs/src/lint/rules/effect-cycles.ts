import type { EffectActionDocument } from '@huiyin/regulation-engine';
import { asList, entries, finding, kindParts, type LintRule, type LintSubject } from '../lint-subject.ts';
import type { LoadedPack } from '../../load/load-pack.ts';

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly pack: LoadedPack;
  readonly path: string;
}

/** The kind an action acts on: its own, or that of the link it names. */
function targetKind(subject: LintSubject, kind: string, action: EffectActionDocument): string | undefined {
  if (action.open !== undefined) return action.open;
  if (action.on === undefined || action.on === 'self' || action.on === 'matter') return kind;
  return kindParts(subject)
    .filter((part) => part.kind === kind)
    .flatMap((part) => entries(part.document.fields))
    .find(([name, field]) => name === action.on && field.to !== undefined)?.[1].to;
}

function edges(subject: LintSubject): readonly Edge[] {
  return kindParts(subject).flatMap((part) =>
    (part.document.effects ?? []).flatMap((effect, index) =>
      asList(effect.do).flatMap((action) => {
        const target = targetKind(subject, part.kind, action);
        const act = action.act;
        if (act === undefined || target === undefined) return [];
        return asList(effect.when).map((event) => ({
          from: event.includes('.') ? event : `${part.kind}.${event}`,
          to: `${target}.${act}`,
          pack: part.pack,
          path: `${part.path}.effects[${index}]`,
        }));
      }),
    ),
  );
}

/** Effects never run in a circle: an act that sets off acts does not come back to itself. */
export const effectCycles: LintRule = (subject) => {
  const graph = edges(subject);
  const circle = (edge: Edge, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(edge.to)) return [...path, edge.to];
    for (const next of graph) if (next.from === edge.to) {
      const found = circle(next, [...path, edge.to]);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return graph.flatMap((edge) => {
    const found = circle(edge, [edge.from]);
    return found === undefined || found.at(-1) !== edge.from ? [] : [finding(edge.pack, edge.path, 'effectCycle', `effects run in a circle: ${found.join(' → ')}`)];
  });
};
