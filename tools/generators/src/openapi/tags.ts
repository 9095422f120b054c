import type { CoreKind } from '../model/core-kind.ts';
import type { OpenApiDocument } from './document.ts';
import type { Route } from './route.ts';

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  sessions: 'Signing in and out.',
  operators: 'Tenants of the platform.',
  staff: 'The directory: superiors, teams, qualifications, absence.',
  'api-keys': 'Keys of API clients.',
  matters: 'Matters of every kind, with their story, clocks and reasons.',
  kinds: 'What a kind is under the policy in force.',
  registers: 'Registers and lists that are filled from events.',
  notices: 'Whom the system told what.',
  policies: 'Regulations, the policy in force, and how two people change it.',
  deadlines: 'Due times without a matter.',
  acts: 'What may be done now.',
  events: 'Live updates.',
  simulation: 'The clock of an operator opened as simulated.',
  operations: 'For whoever runs the system.',
  health: 'Liveness, readiness and metrics.',
  documents: 'This document.',
};

/** Tags of the routes, each with a sentence. */
export function tagsOf(routes: readonly Route[], kinds: readonly CoreKind[]): OpenApiDocument['tags'] {
  const labels = new Map(kinds.map((kind) => [kind.plural, kind.label]));
  return [...new Set(routes.map((route) => route.tag))].map((name) => {
    const label = labels.get(name);
    return { name, description: DESCRIPTIONS[name] ?? (label ? `${label.en} (${label['zh-CN']}).` : name) };
  });
}
