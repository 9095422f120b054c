import { problem } from '@huiyin/platform-http';
import type { ActDescription, KindDescription } from '@huiyin/regulation-engine';
import { engineWord } from '../mapping/read-value.ts';

/** The act by its word in the path, only if it is of the wished sort. @throws ProblemError 404 */
export function actOf(kind: KindDescription, word: string, creating: boolean): ActDescription {
  const act = kind.acts.find((candidate) => candidate.name === engineWord(word) && candidate.creating === creating);
  if (!act) throw problem('not-found');
  return act;
}

/** The act that `POST /v1/{plural}` performs. @throws ProblemError 404 when there is none, 409 when a body must say which */
export function creatingActOf(kind: KindDescription): ActDescription {
  const creating = kind.acts.filter((act) => act.creating && !act.systemOnly);
  const [only] = creating;
  if (!only) throw problem('method-not-allowed');
  if (creating.length > 1) {
    const words = creating.map((act) => `/v1/${kind.plural}/${act.name}`).join(', ');
    throw problem('conflict', { code: 'act-not-named', detail: { 'zh-CN': `请指明：${words}`, 'zh-TW': `請指明：${words}`, en: `Say which: ${words}` } });
  }
  return only;
}
