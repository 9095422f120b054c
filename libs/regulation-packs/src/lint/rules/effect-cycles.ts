import type { EffectActionDocument, EffectDocument } from '@huiyin/regulation-engine';
import { circleOf, type Link } from '../circles.ts';
import { asList, entries, eventsOf, finding, kindParts, partsOf, type KindPart, type LintRule, type LintSubject } from '../lint-subject.ts';

/** An effect of a pack: what sets it off, and what it sets off. */
interface Edge extends Link {
  readonly part: KindPart;
  readonly path: string;
}

const fact = (kind: string, field: string): string => `${kind}~${field}`;

/** The kind an action works on: what it opens, its own, or that of the link it names. */
function targetKind(subject: LintSubject, kind: string, action: EffectActionDocument): string | undefined {
  if (action.open !== undefined) return action.open;
  if (action.on === undefined || action.on === 'self' || action.on === 'matter') return kind;
  return partsOf(subject, kind)
    .flatMap((part) => entries(part.document.fields))
    .find(([name, field]) => name === action.on && field.to !== undefined)?.[1].to;
}

/** Acts by which a matter of the kind is made. */
function makingActs(subject: LintSubject, kind: string): readonly string[] {
  return [...new Set(partsOf(subject, kind).flatMap((part) => entries(part.document.acts).flatMap(([name, act]) => (act.from?.includes('new') === true ? [name] : []))))];
}

/** Events and facts that an action brings about. */
function broughtAbout(subject: LintSubject, kind: string, action: EffectActionDocument): readonly string[] {
  const target = targetKind(subject, kind, action);
  if (target === undefined) return [];
  const acts = action.open === undefined ? asList(action.act) : makingActs(subject, target);
  const setByActs = acts.flatMap((name) => partsOf(subject, target).flatMap((part) => Object.keys(part.document.acts?.[name]?.set ?? {})));
  const given = acts.length > 0 || (action.open === undefined && action.publish === undefined) ? Object.keys(action.set ?? {}) : [];
  return [...acts.map((act) => `${target}.${act}`), ...[...given, ...setByActs].map((field) => fact(target, field))];
}

function causes(kind: string, effect: EffectDocument): readonly string[] {
  const events = eventsOf(effect.when).map((event) => (event.includes('.') ? event : `${kind}.${event}`));
  return effect.changed === undefined ? events : [...events, effect.changed.includes('.') ? effect.changed.replace('.', '~') : fact(kind, effect.changed)];
}

function edges(subject: LintSubject): readonly Edge[] {
  return kindParts(subject).flatMap((part) =>
    (part.document.effects ?? []).flatMap((effect, index) =>
      asList(effect.do).flatMap((action) =>
        broughtAbout(subject, part.kind, action).flatMap((to) => causes(part.kind, effect).map((from) => ({ from, to, part, path: `${part.path}.effects[${index}]` }))),
      ),
    ),
  );
}

/** Effects never run in a circle: what an act sets off, opens or changes does not come back to it. */
export const effectCycles: LintRule = (subject) => {
  const graph = edges(subject);
  return graph.flatMap((edge) => {
    const circle = circleOf(edge, graph);
    return circle === undefined ? [] : [finding(edge.part.pack, edge.path, 'effectCycle', `effects run in a circle: ${circle.join(' → ')}`)];
  });
};
