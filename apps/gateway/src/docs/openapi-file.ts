import { readFile } from 'node:fs/promises';

/** The committed description of the API, beside the sources and beside the build. */
const FILE = new URL('../../openapi.json', import.meta.url);

export interface OpenApiDocument {
  readonly info?: { readonly title?: string; readonly version?: string; readonly description?: string };
  readonly tags?: readonly { readonly name: string; readonly description?: string }[];
  readonly paths?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly [member: string]: unknown;
}

/** The document, or undefined where none is shipped. */
export async function readOpenApi(file: URL = FILE): Promise<OpenApiDocument | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as OpenApiDocument;
  } catch (thrown) {
    if ((thrown as { code?: string }).code === 'ENOENT') return undefined;
    throw thrown;
  }
}
