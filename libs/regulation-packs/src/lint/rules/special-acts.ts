/** Acts that the language adds by itself. */
export const special = /^(permit|extend|tick|sign)[A-Z]|^(read|list|print|export|forward|tally|lapse|fulfil|choose|linkChanged|fallback)$/;
