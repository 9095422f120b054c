import type { MatterEvent } from '@huiyin/contracts-kernel';
import { kebab, kebabPath } from '@huiyin/platform-http';
import type { Locale } from '@huiyin/platform-http';
import { textOf } from '@huiyin/regulation-engine';
import type { CompiledPolicy, KindDescription, StepState } from '@huiyin/regulation-engine';
import { writeInstant } from '../mapping/instant.ts';
import type { JsonMap } from '../mapping/write-facts.ts';
import { writeFacts } from '../mapping/write-facts.ts';
import { citeOf } from '../problems/write-cite.ts';
import { labelIn } from '../schema/label.ts';

const STEP_WORDS = {
  opened: { 'zh-CN': '开始', 'zh-TW': '開始', en: 'opened' },
  warned: { 'zh-CN': '预警', 'zh-TW': '預警', en: 'warned' },
  missed: { 'zh-CN': '超时', 'zh-TW': '逾時', en: 'missed' },
  met: { 'zh-CN': '按时完成', 'zh-TW': '按時完成', en: 'met' },
  extended: { 'zh-CN': '延期', 'zh-TW': '延期', en: 'extended' },
  dropped: { 'zh-CN': '取消', 'zh-TW': '取消', en: 'dropped' },
  reached: { 'zh-CN': '到期', 'zh-TW': '到期', en: 'reached' },
} as const;
const REFUSED = { 'zh-CN': '（未获准）', 'zh-TW': '（未獲准）', en: ' (refused)' } as const;

/** What happened, in the reader's language: the act's label, or the step's label and what became of it. */
export function eventLabel(policy: CompiledPolicy, kind: KindDescription, type: string, locale: Locale): string {
  const [, name = '', suffix] = type.split('.');
  const act = kind.acts.find((candidate) => candidate.name === name);
  if (act && (suffix === undefined || suffix === 'refused')) return labelIn(act.label, locale) + (suffix === 'refused' ? REFUSED[locale] : '');
  const step = kind.steps.find((candidate) => candidate.name === name);
  const word = suffix === undefined ? undefined : STEP_WORDS[suffix as keyof typeof STEP_WORDS];
  if (step && word) return `${labelIn(step.label, locale)} ${word[locale]}`;
  return textOf(policy, `event.${type}`, locale, {}) ?? kebabPath(type);
}

function stepOf(event: MatterEvent): StepState | undefined {
  const [, name, suffix] = event.data.type.split('.');
  return suffix === undefined ? undefined : event.data.change.steps?.find((step) => step.name === name);
}

/** One line of a matter's story. */
export function timelineItem(event: MatterEvent, policy: CompiledPolicy, kind: KindDescription, zone: string, locale: Locale): JsonMap {
  const { data } = event;
  const step = stepOf(event);
  const cite = data.citation && citeOf(data.citation);
  const { core, packed } = writeFacts(kind, data.data ?? {}, zone);
  return {
    id: event.id,
    at: writeInstant(event.now, zone),
    event: kebabPath(data.type),
    what: eventLabel(policy, kind, data.type, locale),
    matter: { id: event.aggregate, kind: kebab(event.kind) },
    seq: event.seq,
    rule: data.citation?.rule ?? null,
    ...(cite && { cite: { ...cite } }),
    by: { id: data.by.id, name: data.by.name, kind: data.by.kind },
    onBehalfOf: data.for ? { id: data.for.id, kind: data.for.kind, ...(data.for.name !== undefined && { name: data.for.name }), ...(data.for.evidence !== undefined && { evidence: data.for.evidence }) } : null,
    ...(data.change.state !== undefined && { state: kebab(data.change.state) }),
    ...(step?.dueAt !== undefined && { dueAt: writeInstant(step.dueAt, zone) }),
    ...(step?.marginMs !== undefined && { marginSeconds: Math.round(step.marginMs / 1000) }),
    ...(Object.keys(core).length + Object.keys(packed).length > 0 && { data: { ...core, ...(Object.keys(packed).length > 0 && { fields: packed }) } }),
    told: data.effects.flatMap((effect) => (effect.verb === 'tell' ? effect.to : [])),
  };
}
