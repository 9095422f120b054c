/** Whether the server refused a write because a unique key is taken. */
export const isDuplicateKey = (thrown: unknown): boolean => typeof thrown === 'object' && thrown !== null && (thrown as { code?: unknown }).code === 11_000;
