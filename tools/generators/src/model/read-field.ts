import type { FieldDocument, FieldType, LocalisedText } from '@huiyin/regulation-engine';
import type { CoreField } from './core-kind.ts';
import { apiNameOf } from './names.ts';

/** A field of the pack language with everything implied written out. `label`: looks a text up. */
export function readField(name: string, document: FieldDocument, label: (field: string) => LocalisedText | undefined): CoreField {
  const type: FieldType = document.type ?? (document.choice ? 'choice' : 'text');
  const entries = typeof document.of === 'string' ? document.of : undefined;
  const lines = typeof document.of === 'object' ? Object.entries(document.of) : undefined;
  return {
    name,
    apiName: apiNameOf(name, type, entries),
    type,
    ...(entries && { of: entries }),
    ...(document.choice && { choices: document.choice.map((choice) => (typeof choice === 'string' ? choice : choice.is)) }),
    ...(document.to && { to: document.to }),
    ...(document.key && { key: document.key }),
    ...(lines && { lineFields: lines.map(([inner, field]) => readField(inner, typeof field === 'string' ? { type: field } : field, (word) => label(`${name}.${word}`))) }),
    ...(document.min !== undefined && { min: document.min }),
    ...(document.max !== undefined && { max: document.max }),
    ...(document.scale !== undefined && { scale: document.scale }),
    ...(document.unit && { unit: document.unit }),
    ...(document.group && { group: document.group }),
    stamped: type === 'instant' && document.typed === undefined,
    personal: document.personal ?? false,
    ...labelled(document.label ?? label(name)),
  };
}

const labelled = (label: LocalisedText | undefined) => (label ? { label } : {});
