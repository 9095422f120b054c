/**
 * The tenant a repository is bound to.
 * @throws RangeError when there is none: no repository exists without its operator
 */
export function requireTenant(tenant: string): string {
  if (typeof tenant !== 'string' || tenant === '' || tenant.includes('|')) throw new RangeError('A repository needs the id of its operator');
  return tenant;
}

/** A claim as stored: led by the tenant, so that two operators never compete for a key or a number. */
export const tenantKey = (tenant: string, key: string): string => `${tenant}|${key}`;
export const withoutTenant = (tenant: string, key: string): string => key.slice(tenant.length + 1);

/**
 * The claim on one number of a series: `n|<series>|<000001>`, six digits or more.
 * @param sequence 1, 2, 3 … without gaps within a series
 */
export const numberKey = (series: string, sequence: number): string => `n|${series}|${String(sequence).padStart(6, '0')}`;
