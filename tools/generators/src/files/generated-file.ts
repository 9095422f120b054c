/** A file to be written, its path below the workspace's root with forward slashes. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

/** A JSON file as committed. */
export const jsonFile = (path: string, value: unknown): GeneratedFile => ({ path, text: `${JSON.stringify(value, null, 2)}\n` });
