import type { CompiledAct } from '../compile/compiled-act.ts';
import type { Decision } from '../decide/decide.ts';
import type { MatterChange } from '../matter/event.ts';
import type { Refusal } from './outcome.ts';
import { joined } from '../react/draft.ts';
import { raise } from '../react/raise.ts';
import { drawNumbers } from './numbers.ts';
import type { Command } from './outcome.ts';
import type { Session } from './session.ts';
import { sign } from './sign.ts';

export interface Creation {
  readonly tenant: string;
  readonly service: string;
  readonly governor?: string;
}

/** Raises an allowed act with everything it entails. Owner and next step follow with `head`. */
export function raiseAct(session: Session, act: CompiledAct, command: Command, decision: Decision, at: string, creation?: Creation): void {
  const { actor, onBehalfOf } = command;
  const signature = sign(session, act, command, decision, at);
  const done: MatterChange = signature?.pending
    ? signature.change
    : joined(signature?.change ?? {}, {
        ...(creation && created(session, creation, command, at)),
        ...stateChange(session, decision, creation !== undefined),
        ...(Object.keys(decision.set).length > 0 && { set: decision.set }),
        ...(Object.keys(decision.reasons).length > 0 && { reasons: decision.reasons }),
        ...(decision.permits.length > 0 && { permits: decision.permits }),
        did: { act: act.name, by: actor.id, at, ...(session.countsAt !== undefined && { countsAt: session.countsAt }), ...(onBehalfOf && { for: onBehalfOf }) },
        ...sealing(session, act),
      });
  const numbers = signature?.pending ? {} : drawNumbers(session.kind, session.matter, act.name, at, session.policy.zone, session.numbers);
  raise(session, {
    type: signature?.pending ? `${act.event}.signed` : act.event, at, by: actor, citation: act.citation, data: decision.input,
    ...(onBehalfOf && { for: onBehalfOf }), ...(command.line !== undefined && { line: command.line }),
    change: joined(done, numbers),
    ...(decision.watched.length > 0 && { watched: decision.watched.map(brief) }),
  });
  if (decision.extension) raise(session, { type: `${session.kind.name}.${decision.extension.name}.extended`, at, by: actor, citation: decision.extension.citation, run: decision.extension, change: { steps: [decision.extension] } });
}

export function created(session: Session, creation: Creation, { actor }: Command, at: string): MatterChange {
  return {
    created: {
      id: session.matter.id, tenant: creation.tenant, service: creation.service, record: session.kind.record, openedAt: at, ...(session.countsAt !== undefined && { countsAt: session.countsAt }), openedBy: actor.id,
      ...(actor.kind === 'staff' && { firstContact: actor.id }), ...(creation.governor !== undefined && { governor: creation.governor }),
    },
    policy: session.policy.hash,
  };
}

export function brief({ code, citation, field }: Refusal): { code: string; rule: string; field?: string } {
  return { code, rule: citation.rule, ...(field !== undefined && { field }) };
}

/** A creating act without `to` leaves a record `active`, anything else `opened`. */
function stateChange({ kind }: Session, decision: Decision, creating: boolean): MatterChange {
  const state = decision.state ?? (creating ? (kind.record ? 'active' : 'opened') : undefined);
  return state === undefined ? {} : { state, ...(kind.final.has(state) && { final: true }) };
}

function sealing({ policy }: Session, act: CompiledAct): MatterChange {
  const forms = policy.sealedBy.get(act.event);
  return forms ? { sealed: Object.fromEntries(forms.map((form) => [form, act.name])) } : {};
}
