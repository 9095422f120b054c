const HEAD_FIELDS = new Set(['state', 'number', 'owner', 'policy', 'openedBy', 'service']);

/**
 * Path below the stored matter of a name in `MatterFilter.equals`: `state`, `number`, `owner`, `policy`, `openedBy`
 * and `service` are the head's, every other name is a fact. An array fact equals a value that it contains.
 * @throws RangeError for a name that no pack could declare, so that nothing but a field is ever addressed
 */
export function filterPath(name: string): readonly string[] {
  if (!/^[a-z][A-Za-z0-9]{0,39}$/.test(name)) throw new RangeError(`"${name}" is not the name of a field`);
  return HEAD_FIELDS.has(name) ? [name] : ['facts', name];
}
