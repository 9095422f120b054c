import type { Citation } from '../matter/matter.ts';
import { opening } from './opening.ts';
import type { ActionContext, Consequences } from './effect-context.ts';
import { caretaker } from './owing.ts';

/** Where the engine cannot go on by itself: a task that names rule and reason; where tasks do not exist, whoever cares is told. */
export function askForHelp(context: ActionContext, item: string, citation: Citation, reason: string, into: Consequences): void {
  const id = `${context.eventId}:${item}:task`;
  const owner = caretaker(context.session, context.matter, context.at);
  const what = `${item}: ${reason}`;
  const task = opening(context, { open: 'task', citation }, { id, input: { what, about: context.matter.id, rule: citation.rule }, ...(owner !== undefined && { owner }) });
  if (task) {
    const takes = taken(context, task.act);
    into.effects.push({ ...task, input: Object.fromEntries(Object.entries(task.input).filter(([name]) => takes.has(name))) });
  } else if (owner !== undefined) {
    into.effects.push({ id, verb: 'tell', to: [owner], channels: [], text: 'held', facts: { item, reason, kind: context.matter.kind, matter: context.matter.id }, citation });
  }
}

function taken({ session }: ActionContext, act: string): ReadonlySet<string> {
  const family = session.policy.kinds.get('task')!;
  return new Set((family.governed[0]?.kind ?? family.plain).acts.get(act)!.takes.keys());
}
