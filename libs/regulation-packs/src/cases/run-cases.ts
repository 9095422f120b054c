import type { CalendarDocument } from '@huiyin/deadline-rules';
import { compilePolicy } from '@huiyin/regulation-engine';
import type { PackDocument } from '@huiyin/regulation-engine';
import { canonicalJson } from '../compose/canonical-json.ts';
import { composePolicy } from '../compose/compose-policy.ts';
import { examplesOf, type CaseDocument, type Examples } from './case-document.ts';
import { runCase } from './run-case.ts';
import { chainOf, Stages } from './stages.ts';

/** An example that does not hold. */
export interface FailedCase {
  readonly index: number;
  readonly case: CaseDocument;
  readonly failures: readonly string[];
}

/** Calendar of a stage that gives none. */
const usual: CalendarDocument = { zone: 'Asia/Shanghai', hours: '08:30-12:00,13:30-17:30', country: 'CN' };

/** Calendar of the stage, or of one it continues. */
export function calendarOf(examples: Examples, stage: string): CalendarDocument {
  try {
    return chainOf(examples, stage).find(({ calendar }) => calendar !== undefined)?.calendar ?? usual;
  } catch {
    return usual;
  }
}

/** Stages of a pack by calendar: under cores and the pack (after the pack it varies), nothing overridden. */
function stagesBy(pack: PackDocument, cores: readonly PackDocument[], bases: readonly PackDocument[]): (stage: string) => Stages {
  const examples = examplesOf(pack);
  const compiled = new Map<string, Stages>();
  return (stage) => {
    const calendar = calendarOf(examples, stage);
    const key = canonicalJson(calendar);
    const known = compiled.get(key);
    if (known !== undefined) return known;
    const stages = new Stages(compilePolicy(composePolicy({ cores, packs: [...bases, pack], calendar }), { hash: 'examples' }), examples, pack.pack);
    compiled.set(key, stages);
    return stages;
  };
}

/** Stages that cannot be played, with the reason: those that no example uses are looked at too. */
export function unplayableStages(pack: PackDocument, cores: readonly PackDocument[], bases: readonly PackDocument[] = []): readonly { readonly stage: string; readonly reason: string }[] {
  const stagesOf = stagesBy(pack, cores, bases);
  return Object.keys(examplesOf(pack).stages).flatMap((stage) => {
    try {
      stagesOf(stage).world(stage);
      return [];
    } catch (error) {
      return [{ stage, reason: error instanceof Error ? error.message : String(error) }];
    }
  });
}

/** Plays all examples of a pack (`stopAtFirst`: until one fails). @returns those that do not hold; empty: all hold */
export function runCases(pack: PackDocument, cores: readonly PackDocument[], options: { readonly bases?: readonly PackDocument[]; readonly stopAtFirst?: boolean; readonly order?: readonly number[] } = {}): readonly FailedCase[] {
  const examples = examplesOf(pack);
  const stagesOf = stagesBy(pack, cores, options.bases ?? []);
  const failed: FailedCase[] = [];
  for (const index of options.order ?? examples.cases.keys()) {
    const example = examples.cases[index];
    if (example === undefined) continue;
    const failures = runCase(stagesOf(example.stage), example, pack.pack);
    if (failures.length > 0) failed.push({ index, case: example, failures });
    if (failed.length > 0 && options.stopAtFirst === true) break;
  }
  return failed;
}
