import type { MatterEvent } from '@huiyin/contracts-kernel';
import { kebab, kebabPath } from '@huiyin/platform-http';
import type { Locale } from '@huiyin/platform-http';
import { textOf } from '@huiyin/regulation-engine';
import type { CompiledPolicy, EngineEvent, KindDescription, Refusal, StepState } from '@huiyin/regulation-engine';
import { writeInstant } from '../mapping/instant.ts';
import type { JsonMap } from '../mapping/write-facts.ts';
import { writeFacts } from '../mapping/write-facts.ts';
import { writeInstants } from '../mapping/write-instants.ts';
import { refusalText } from '../problems/refusal-faults.ts';
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
const REBOUND = { 'zh-CN': '改按另一制度办理', 'zh-TW': '改按另一制度辦理', en: 'Bound to another policy' } as const;
const WATCHED = { 'zh-CN': '（观察中的制度不会放行）', 'zh-TW': '（觀察中的制度不會放行）', en: ' (a watching regulation would refuse)' } as const;
const REFUSED = { 'zh-CN': '（未获准）', 'zh-TW': '（未獲准）', en: ' (refused)' } as const;

/** What happened, in the reader's language: the act's label, or the step's label and what became of it. */
export function eventLabel(policy: CompiledPolicy, kind: KindDescription, type: string, locale: Locale): string {
  const [, name = '', suffix] = type.split('.');
  const act = kind.acts.find((candidate) => candidate.name === name);
  if (act && (suffix === undefined || suffix === 'refused')) return labelIn(act.label, locale) + (suffix === 'refused' ? REFUSED[locale] : '');
  if (act && suffix === 'wouldRefuse') return labelIn(act.label, locale) + WATCHED[locale];
  if (name === 'rebind' && suffix === undefined) return REBOUND[locale];
  const step = kind.steps.find((candidate) => candidate.name === name);
  const word = suffix === undefined ? undefined : STEP_WORDS[suffix as keyof typeof STEP_WORDS];
  if (step && word) return `${labelIn(step.label, locale)} ${word[locale]}`;
  return textOf(policy, `event.${type}`, locale, {}) ?? kebabPath(type);
}

function stepOf(event: MatterEvent): StepState | undefined {
  const [, name, suffix] = event.data.type.split('.');
  return suffix === undefined ? undefined : event.data.change.steps?.find((step) => step.name === name);
}

/** What an act was given; what is no fact of the kind is told as the engine told it, instants in the operator's zone. */
function dataOf({ type, data = {} }: EngineEvent, kind: KindDescription, zone: string): ReturnType<typeof writeFacts> {
  const own = !type.endsWith('.rebind') && !type.endsWith('.wouldRefuse');
  return own ? writeFacts(kind, data, zone) : { core: {}, packed: writeInstants(data, zone) as JsonMap };
}

function writeRefusal({ code, rule, field }: NonNullable<EngineEvent['refusals']>[number], policy: CompiledPolicy, kind: KindDescription, locale: Locale): JsonMap {
  const refusal: Refusal = { code, at: 'gate', citation: { rule }, facts: {}, ...(field !== undefined && { field }) };
  return { code: `${kebab(kind.kind)}.${kebab(code)}`, message: refusalText(policy, refusal, locale), rule };
}

/** One line of a matter's story. */
export function timelineItem(event: MatterEvent, policy: CompiledPolicy, kind: KindDescription, zone: string, locale: Locale): JsonMap {
  const { data } = event;
  const step = stepOf(event);
  const cite = data.citation && citeOf(data.citation);
  const { core, packed } = dataOf(data, kind, zone);
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
    ...(data.refusals && { refusals: data.refusals.map((refusal) => writeRefusal(refusal, policy, kind, locale)) }),
    told: data.effects.flatMap((effect) => (effect.verb === 'tell' ? effect.to : [])),
  };
}
