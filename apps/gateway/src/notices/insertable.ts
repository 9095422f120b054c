import type { FactMap, KindDescription, Matter } from '@huiyin/regulation-engine';
import { writeFacts } from '../mapping/write-facts.ts';
import type { Notice } from '../persistence/notice.repository.ts';

/** What a sentence may insert: the facts of the telling, then the matter as it stands (its number is drawn after them). */
export function insertable(notice: Notice, matter: Matter | undefined, kind: KindDescription, zone: string): FactMap {
  const told = Object.fromEntries(Object.entries(notice.facts).filter(([, value]) => value !== null));
  if (!matter) return told;
  const { core, packed } = writeFacts(kind, matter.facts, zone);
  const seen = { ...core, ...packed, number: matter.number ?? '', state: matter.state } as FactMap;
  return { ...told, after: seen, matter: seen };
}
