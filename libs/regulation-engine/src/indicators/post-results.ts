import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import type { Citation, FactMap } from '../matter/matter.ts';
import { balance } from '../react/balance.ts';
import type { ActionContext, Consequences } from '../react/effect-context.ts';
import type { WantedEntry } from '../react/post.ts';

/** What a line of a result may post: member, ledger, account. */
const AMOUNTS = [['points', 'points', undefined], ['pay', 'money', undefined], ['share', 'money', 'share']] as const;

/**
 * Posts what a closed indicator gives, by the rule of each line, at the last instant of its period; after a correction the difference alone, also
 * of whoever is no longer measured.
 */
export function postResults(context: ActionContext, into: Consequences): void {
  const { matter, session } = context;
  const lines = new Map((Array.isArray(matter.facts['scores']) ? (matter.facts['scores'] as readonly FactMap[]) : []).map((line) => [String(line['subject']), line]));
  const at = new Date(Date.parse(String(matter.facts['end'])) - 1).toISOString();
  const before = matter.entries.flatMap(({ to }) => to ?? []);
  for (const subject of new Set([...lines.keys(), ...before])) {
    const line = lines.get(subject);
    const citation = citationOf(session.policy, String(line?.['item'] ?? matter.facts['item']), String(line?.['rule'] ?? matter.facts['rule']));
    for (const [member, ledger, account] of AMOUNTS) {
      const amount = line?.[member];
      const entry: WantedEntry = { ledger, to: subject, amount: typeof amount === 'number' ? amount : 0, at, citation, evidence: matter.id, ...(account !== undefined && { account }) };
      balance(context, `${matter.id}:${member}:${subject}`, [entry], into);
    }
  }
}

/** As the policy cites it; one that no longer knows the item leaves the rule. */
function citationOf({ indicators }: CompiledPolicy, item: string, rule: string): Citation {
  const found = [...indicators.values()].flatMap((indicator) => [indicator, ...indicator.bands]).find((each) => each.item === item);
  return found?.citation ?? { rule };
}
