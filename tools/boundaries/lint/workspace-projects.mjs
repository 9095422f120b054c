import nx from '@nx/devkit';

/**
 * Every project of the workspace with its folder and tags, from a project graph that is built now.
 * The boundary rule reads the graph from Nx's cache and, where there is none, skips itself without failing; building
 * it here is what makes plain `eslint` trustworthy.
 *
 * @returns {Promise<{ name: string, root: string, scope: string, type: string }[]>}
 */
export async function workspaceProjects() {
  await nx.createProjectGraphAsync({ exitOnError: false });
  const graph = nx.readCachedProjectGraph();
  const projects = Object.values(graph.nodes).map(({ name, data }) => ({
    name,
    root: data.root,
    scope: tagged(name, data.tags, 'scope:'),
    type: tagged(name, data.tags, 'type:'),
  }));
  if (projects.length === 0) throw new Error('the project graph is empty: boundaries cannot be checked');
  return projects;
}

function tagged(name, tags = [], prefix) {
  const found = tags.filter((tag) => tag.startsWith(prefix));
  if (found.length !== 1) throw new Error(`${name} needs exactly one ${prefix} tag in its package.json (nx.tags), it has ${found.length}`);
  return found[0];
}

/** @param {{ root: string, type: string }[]} projects */
export function sourcesOf(projects, ...types) {
  const found = projects.filter(({ type }) => types.includes(type)).map(({ root }) => `${root}/src/**/*.ts`);
  if (found.length === 0) throw new Error(`no project has the tag ${types.join(' or ')}`);
  return found;
}
