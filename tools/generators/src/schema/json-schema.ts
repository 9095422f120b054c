/** JSON Schema 2020-12, as written here. */
export type JsonSchema = { readonly [keyword: string]: unknown };

export const DIALECT = 'https://json-schema.org/draft/2020-12/schema';
