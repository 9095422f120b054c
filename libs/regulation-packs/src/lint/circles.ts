/** Something that leads from one thing to another. */
export interface Link {
  readonly from: string;
  readonly to: string;
}

/** The shortest circle that the link is part of, its beginning named at both ends; undefined: there is none. */
export function circleOf(link: Link, links: readonly Link[]): readonly string[] | undefined {
  const reachedFrom = new Map<string, string | undefined>([[link.to, undefined]]);
  const queue = [link.to];
  for (let at = queue.shift(); at !== undefined && at !== link.from; at = queue.shift()) {
    for (const { from, to } of links) {
      if (from !== at || reachedFrom.has(to)) continue;
      reachedFrom.set(to, at);
      queue.push(to);
    }
  }
  if (!reachedFrom.has(link.from)) return undefined;
  const way: string[] = [];
  for (let at: string | undefined = link.from; at !== undefined; at = reachedFrom.get(at)) way.unshift(at);
  return [link.from, ...way];
}
