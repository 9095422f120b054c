/** `policy.gateway.fetch`: a policy document is sent in pages below the broker's message limit. */
export interface PolicyPageRequest {
  readonly hash: string;
  /** From 0. */
  readonly page: number;
}

export type PolicyPageReply = { readonly known: false } | { readonly known: true; readonly pages: number; readonly text: string };

/** Characters of a page; three bytes each at most stay below half a mebibyte. */
export const POLICY_PAGE_CHARACTERS = 160_000;

/** One page of the canonical JSON of a policy. */
export function policyPage(text: string, page: number): PolicyPageReply {
  const pages = Math.max(1, Math.ceil(text.length / POLICY_PAGE_CHARACTERS));
  return { known: true, pages, text: text.slice(page * POLICY_PAGE_CHARACTERS, (page + 1) * POLICY_PAGE_CHARACTERS) };
}
