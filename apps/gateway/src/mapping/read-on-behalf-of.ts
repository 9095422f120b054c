import { serviceOfId } from '@huiyin/contracts-kernel';
import { faultAt, isJsonObject } from '@huiyin/platform-http';
import type { Fault } from '@huiyin/platform-http';

export interface OnBehalfOfBody {
  readonly customerId: string;
  readonly evidence: string;
}

/** A customer's word or signature recorded by staff: whose, and what proves it. */
export function readOnBehalfOf(value: unknown): { readonly given?: OnBehalfOfBody; readonly faults: readonly Fault[] } {
  if (value === undefined) return { faults: [] };
  if (!isJsonObject(value)) return { faults: [faultAt('/onBehalfOf', 'wrong-type', { type: '{ customerId, evidence }' })] };
  const faults: Fault[] = Object.keys(value)
    .filter((name) => name !== 'customerId' && name !== 'evidence')
    .map((name) => faultAt(`/onBehalfOf/${name}`, 'unknown-field', { name }));
  const { customerId, evidence } = value;
  if (customerId === undefined) faults.push(faultAt('/onBehalfOf/customerId', 'required'));
  else if (typeof customerId !== 'string' || serviceOfId(customerId) === undefined) faults.push(faultAt('/onBehalfOf/customerId', 'wrong-format', { type: 'id' }));
  if (evidence === undefined || evidence === '') faults.push(faultAt('/onBehalfOf/evidence', 'required'));
  else if (typeof evidence !== 'string') faults.push(faultAt('/onBehalfOf/evidence', 'wrong-type', { type: 'text' }));
  else if (evidence.length > 500) faults.push(faultAt('/onBehalfOf/evidence', 'too-long', { max: 500 }));
  return faults.length > 0 ? { faults } : { given: { customerId: customerId as string, evidence: evidence as string }, faults };
}
