/** A figure against what is demanded of it. */
export interface Line {
  readonly what: string;
  readonly figures: readonly string[];
  /** Left out: nothing is demanded, the figure is shown. */
  readonly target?: { readonly text: string; readonly met: boolean };
}

/** Lines of a table in columns: what, figures, target, `ok` or `over`. */
export function tableOf(lines: readonly Line[]): readonly string[] {
  const what = Math.max(...lines.map((line) => line.what.length));
  const columns = Math.max(...lines.map(({ figures }) => figures.length));
  const widths = Array.from({ length: columns }, (_, column) => Math.max(...lines.map(({ figures }) => figures[column]?.length ?? 0)));
  return lines.map((line) => [
    `  ${line.what.padEnd(what)}`,
    ...widths.map((width, column) => (line.figures[column] ?? '').padStart(width)),
    line.target ? `${line.target.met ? 'ok  ' : 'over'} (${line.target.text})` : '',
  ].join('  ').trimEnd());
}
