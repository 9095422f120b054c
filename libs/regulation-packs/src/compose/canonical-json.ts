/** JSON with sorted keys and no white space: the same content, the same bytes (RFC 8785 for what packs hold). */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') {
    const json = JSON.stringify(value);
    if (json === undefined) throw new TypeError(`${typeof value} has no JSON form`);
    if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('a number that is not finite has no JSON form');
    return json;
  }
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(',')}]`;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}
