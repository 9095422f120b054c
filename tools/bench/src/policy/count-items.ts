import type { KindDocument, PackDocument } from '@huiyin/regulation-engine';

/** How many of each a policy's packs hold. An item is what carries a rule of its own; lines' columns, rows and texts are not counted. */
export type ItemCounts = Readonly<Record<string, number>>;

const SECTIONS = ['values', 'parties', 'queries', 'views', 'indicators', 'cycles', 'distributions', 'forms'] as const;

/** Items of these packs by section; kinds give their fields, acts, gates, steps, tables and effects. */
export function countItems(packs: readonly PackDocument[]): ItemCounts {
  const counts: Record<string, number> = {};
  const add = (section: string, number: number): void => {
    counts[section] = (counts[section] ?? 0) + number;
  };
  for (const pack of packs) {
    for (const section of SECTIONS) add(section, size(pack[section]));
    add('retention', pack.retention?.length ?? 0);
    for (const kind of Object.values(pack.kinds ?? {})) for (const [section, number] of Object.entries(ofKind(kind))) add(section, number);
  }
  return counts;
}

function ofKind({ fields, acts, steps, tables, effects }: KindDocument): ItemCounts {
  return {
    fields: size(fields), acts: size(acts), gates: Object.values(acts ?? {}).reduce((total, act) => total + (act.require?.length ?? 0), 0),
    steps: size(steps), tables: size(tables), effects: effects?.length ?? 0,
  };
}

function size(section: object | undefined): number {
  return Object.keys(section ?? {}).length;
}

export function totalOf(counts: ItemCounts): number {
  return Object.values(counts).reduce((total, number) => total + number, 0);
}
