/** What the sources of each type of project may import. A service (`app`) is in the launcher's list only. */
const SOURCES = {
  'type:app': ['domain', 'rules', 'packs', 'contract', 'platform'],
  'type:domain': ['domain', 'rules'],
  'type:rules': ['rules'],
  'type:packs': ['packs', 'rules'],
  'type:contract': ['contract', 'rules'],
  'type:platform': ['platform', 'contract', 'packs', 'rules'],
  'type:testing': ['testing', 'tool', 'platform', 'contract', 'packs', 'rules'],
  'type:e2e': ['tool', 'testing', 'platform', 'contract', 'packs', 'domain', 'rules'],
  /** Runs services in one process; the only project that may import them. */
  'type:launcher': ['app', 'platform'],
  'type:tool': ['tool', 'testing', 'platform', 'contract', 'packs', 'domain', 'rules'],
};

/** What tests may import beside that. */
const TESTS = {
  'type:app': ['testing', 'tool'],
  'type:domain': ['testing', 'packs'],
  'type:rules': ['testing'],
  'type:packs': ['testing', 'tool'],
  'type:contract': ['testing', 'packs'],
  'type:platform': ['testing', 'tool'],
};

/**
 * Constraints of `@nx/enforce-module-boundaries`: by type, and by scope so that a service reaches its own and shared
 * projects only. Tools and end-to-end tests serve the whole workspace and may reach every scope.
 *
 * @param {{ scope: string, type: string }[]} projects
 * @param {{ tests: boolean }} where
 */
export function dependencyConstraints(projects, { tests }) {
  const byType = Object.entries(SOURCES).map(([sourceTag, allowed]) => ({
    sourceTag,
    onlyDependOnLibsWithTags: [...allowed, ...(tests ? (TESTS[sourceTag] ?? []) : [])].map((type) => `type:${type}`),
  }));
  const services = [...new Set(projects.map(({ scope }) => scope))].filter((scope) => scope !== 'scope:shared');
  const byScope = services.map((sourceTag) => ({ sourceTag, onlyDependOnLibsWithTags: [sourceTag, 'scope:shared'] }));
  const shared = Object.keys(SOURCES)
    .filter((type) => !['type:tool', 'type:e2e', 'type:launcher'].includes(type))
    .map((type) => ({ allSourceTags: ['scope:shared', type], onlyDependOnLibsWithTags: ['scope:shared'] }));
  return [...byType, ...byScope, ...shared];
}
