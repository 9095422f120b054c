import type { PackDocument } from '@huiyin/regulation-engine';
import { pluralOf } from '@huiyin/platform-http';
import type { CoreKind } from './core-kind.ts';
import { pascal } from './names.ts';
import { readAct } from './read-act.ts';
import { readField } from './read-field.ts';

/** `core-intake` → `intake` */
export const serviceOf = (core: PackDocument): string => core.pack.replace(/^core-/, '');

/** The kinds that a core pack declares, in its order. */
export function kindsOf(core: PackDocument): readonly CoreKind[] {
  const text = (key: string) => core.texts?.[key];
  return Object.entries(core.kinds ?? {}).map(([kind, document]) => {
    const fields = Object.entries(document.fields ?? {}).map(([name, field]) => readField(name, field, (word) => text(`field.${kind}.${word}`)));
    const label = text(`kind.${kind}`);
    return {
      kind,
      type: pascal(kind),
      plural: pluralOf(kind, document.plural),
      record: document.record ?? false,
      numbered: document.number !== undefined,
      states: document.states ?? [],
      final: document.final ?? [],
      fields,
      acts: Object.entries(document.acts ?? {}).map(([name, act]) => readAct(kind, name, act, fields, document.fields, text(`act.${kind}.${name}`))),
      ...(label && { label }),
    };
  });
}
