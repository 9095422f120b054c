import { problem } from '@huiyin/platform-http';
import type { CompiledPolicy, KindDescription } from '@huiyin/regulation-engine';
import { act, field, workOrderKind } from './described-kinds.ts';

function staffKind(): KindDescription {
  return {
    ...workOrderKind(),
    kind: 'staffMember',
    service: 'gateway',
    record: true,
    plural: 'staff-members',
    fields: [field('name', 'text'), field('roles', 'list', { of: 'text' }), field('superior', 'person'), field('teams', 'list', { of: 'text' }), field('rank', 'int')],
    acts: [act('hire', { creating: true }), act('change'), act('leave')],
    steps: [],
  };
}
function customerKind(): KindDescription {
  return { ...workOrderKind(), kind: 'customer', service: 'intake', record: true, plural: 'customers', fields: [field('name', 'text', { max: 120 }), field('phone', 'text', { personal: true })], acts: [act('register', { creating: true }), act('change')], steps: [] };
}

/** What `Policies` knows, without compiling anything. */
export function describedPolicies() {
  const kinds = [workOrderKind(), staffKind(), customerKind()];
  const policy = { hash: 'p', zone: 'Asia/Shanghai', problems: [], texts: new Map() } as unknown as CompiledPolicy;
  const index = { policy, all: () => kinds, byName: (name: string) => kinds.find(({ kind }) => kind === name), byWord: (word: string) => kinds.find(({ plural }) => plural === `${word}s`), byPlural: (plural: string) => kinds.find((kind) => kind.plural === plural), isOf: (kind: string, wanted: string) => kind === wanted };
  return {
    get: async () => policy,
    kinds: async () => index,
    kind: async (_hash: string, name: string) => {
      const kind = index.byName(name);
      if (!kind) throw problem('not-found');
      return kind;
    },
  };
}
