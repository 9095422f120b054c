/** Where a server comes from, and the sentence that says why this one was taken. */
export type Source = (
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'binary'; readonly path: string }
  | { readonly kind: 'container'; readonly image: string }
) & { readonly chosen: string };
