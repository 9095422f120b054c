import { compilePolicy } from '@huiyin/regulation-engine';
import type { FactMap, PackDocument, PolicyDocument } from '@huiyin/regulation-engine';
import { examplesOf, type CaseAct } from '../cases/case-document.ts';
import { CaseWorld, refusalText } from '../cases/case-world.ts';
import { withInstants } from '../cases/local-times.ts';
import { calendarOf } from '../cases/run-cases.ts';
import { chainOf, peopleOf } from '../cases/stages.ts';
import { composePolicy } from '../compose/compose-policy.ts';
import { policyHash } from '../compose/policy-hash.ts';
import type { Golden, GoldenAct, GoldenHistory } from './golden-matter.ts';

/** As JSON keeps it: what is undefined is not there. */
const stored = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** Plays acts under a policy. @returns the acts with their refusals, every event in order, and the matters in the end */
export function play(policy: PolicyDocument, people: GoldenHistory['people'], acts: readonly (CaseAct | GoldenAct)[], pack: string): Pick<GoldenHistory, 'acts' | 'events' | 'matters'> {
  const world = new CaseWorld(compilePolicy(policy, { hash: policyHash(policy) }), people, '2000-01-01T00:00:00Z');
  const played = acts.map((act): GoldenAct => {
    const at = act.at === undefined ? world.now : (withInstants(act.at, world.zone) as string);
    const { refused: _, ...rest } = act;
    const { refusals } = world.at(at).play({ ...rest, at: undefined });
    return { ...rest, at, ...(act.input && { input: withInstants(act.input, world.zone) as FactMap }), refused: refusals.map((refusal) => refusalText(refusal, pack)) };
  });
  return stored({ acts: played, events: world.happened, matters: Object.fromEntries(world.matters) });
}

/** Records a stage of a pack as a history. */
export function record(pack: PackDocument, cores: readonly PackDocument[], stage: string): Golden {
  const examples = examplesOf(pack);
  const chain = chainOf(examples, stage);
  const policy = composePolicy({ cores, packs: [pack], calendar: calendarOf(examples, stage) });
  const people = [...new Map(chain.flatMap(peopleOf).map((person) => [person.id, person])).values()];
  const story = play(policy, people, chain.flatMap(({ acts = [] }) => acts), pack.pack);
  return { history: { name: `${pack.pack}-${stage}`, policy: policyHash(policy), people, ...story }, policy };
}
