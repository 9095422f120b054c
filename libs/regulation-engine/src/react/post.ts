import { plain } from '../cel/plain.ts';
import { EvaluationFault } from '../cel/expression.ts';
import type { CompiledAction, CompiledPart, Resolvable } from '../compile/compiled-kind.ts';
import { rounded } from '../decide/check-type.ts';
import type { FactValue, Following, PostedEntry } from '../matter/matter.ts';
import { exactProduct, exactSum } from '../figures/exact.ts';
import { countsFor } from '../queries/counts-for.ts';
import { effectId, resolved } from './effect-context.ts';
import type { ActionContext, Consequences } from './effect-context.ts';

/** One side of what an item posts, before it has an id. */
export type WantedEntry = Omit<PostedEntry, 'id'>;

/** Posts an item: its entries (none of nothing), and a note that it goes on following its facts. */
export function post(context: ActionContext, action: CompiledAction, into: Consequences): void {
  const id = effectId(context, action);
  const wanted = entriesOf(context, action);
  const entries = wanted.filter(({ amount }) => amount !== 0).map((entry, index): PostedEntry => ({ id: action.post!.split.length === 0 ? id : `${id}:${index + 1}`, ...entry }));
  const follows = canFollow(action) && context.event ? [{ id, item: action.item, ...(context.line !== undefined && { line: context.line }), event: eventOf(context.event) }] : [];
  into.change = {
    ...into.change,
    ...(entries.length > 0 && { entries: [...(into.change.entries ?? []), ...entries] }),
    ...(follows.length > 0 && { follows: [...(into.change.follows ?? []), ...follows] }),
  };
}

/** Whatever expressions may read of it later. */
function eventOf({ type, kind, at, by, countsAt, step, who, line }: NonNullable<ActionContext['event']>): Following['event'] {
  return { type, kind, at, by, ...(countsAt !== undefined && countsAt !== at && { countsAt }), ...(step !== undefined && { step }), ...(who !== undefined && who !== null && { who }), ...(line !== undefined && line !== null && { line }) };
}

/** What only the moment of the act knows cannot be followed later. */
function canFollow({ post: posted }: CompiledAction): boolean {
  const sides = [posted!.to, posted!.from, posted!.account, posted!.evidence, ...posted!.split.flatMap((part) => [part.to, part.account])];
  const sizes = posted!.split.flatMap(({ size }) => ('share' in size ? [size.share] : 'amount' in size ? [size.amount] : []));
  const expressions = [posted!.amount, ...sizes, ...sides.flatMap((side) => (side && 'expression' in side ? [side.expression] : []))];
  const momentary = expressions.some(({ reads }) => reads.some((path) => MOMENT.has(path.split('.')[0]!)));
  return !momentary && !sides.some((side) => side && 'persons' in side && side.persons.entries.some((entry) => entry.type === 'builtin' && entry.name === 'starter'));
}

const MOMENT: ReadonlySet<string> = new Set(['act', 'after', 'starter', 'key', 'now']);

/** The entries an item wants here and now: one, or the parts of its split. Throws EvaluationFault. */
export function entriesOf(context: ActionContext, action: CompiledAction): readonly WantedEntry[] {
  const { ledger, amount, split, ...sides } = action.post!;
  const value = figure(plain(amount.evaluate(context.scope)), action);
  const total = ledger === 'money' ? rounded(value, 0) : value;
  const text = (side: FactValue): string | undefined => (side === null ? undefined : String(side));
  const [to, from, account] = [sides.to, sides.from, sides.account].map((side) => text(resolved(context, side)));
  const evidence = resolved(context, sides.evidence);
  const entry: WantedEntry = {
    ledger, amount: total, at: dateOf(context, sides.on), citation: action.citation,
    ...(to !== undefined && { to }), ...(from !== undefined && { from }), ...(account !== undefined && { account }), ...(evidence !== null && { evidence }),
  };
  return split.length === 0 ? [entry] : parts(context, action, entry, split);
}

/** The instant or date an entry counts for: what `on` gives, else the event's. An exclusive end belongs to the period that ended. */
function dateOf(context: ActionContext, on: Resolvable | undefined): string {
  const { event, at, matter } = context;
  const own = event?.countsAt ?? at;
  const given = resolved(context, on);
  if (given === null) return own;
  if (given === event?.at) return own;
  return countsFor(String(given), on && 'expression' in on ? on.expression.reads : [], [matter]);
}

/** Shares rounded half up to a whole fen or to what the ledger counts in; the rest takes what is left, so that the parts add up. */
function parts(context: ActionContext, action: CompiledAction, whole: WantedEntry, split: readonly CompiledPart[]): readonly WantedEntry[] {
  const sizes = split.map(({ size }) => {
    if ('rest' in size) return undefined;
    const value = figure(plain(('share' in size ? size.share : size.amount).evaluate(context.scope)), action);
    const part = 'share' in size ? exactProduct(whole.amount, value) : value;
    return whole.ledger === 'money' ? rounded(part, 0) : part;
  });
  const fixed = exactSum(sizes.filter((size) => size !== undefined));
  return split.map((part, index) => {
    const to = resolved(context, part.to);
    const account = part.account ? resolved(context, part.account) : (whole.account ?? null);
    const { account: _, ...rest } = whole;
    return { ...rest, amount: sizes[index] ?? exactSum([whole.amount, -fixed]), ...(to !== null && { to: String(to) }), ...(account !== null && { account: String(account) }) };
  });
}

function figure(value: FactValue, { item }: CompiledAction): number {
  if (typeof value === 'number') return value;
  throw new EvaluationFault(item, 'the amount is no figure');
}
