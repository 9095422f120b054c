import type { ActDocument, FieldDocument, KindDocument, LocalisedText } from '@huiyin/regulation-engine';
import type { CoreAct, CoreField } from './core-kind.ts';
import { pascal } from './names.ts';

/** An act with the fields it takes: those that list it, of the kind and, for an act on a line, of the line. */
export function readAct(kind: string, name: string, document: ActDocument, fields: readonly CoreField[], documents: KindDocument['fields'], label?: LocalisedText): CoreAct {
  const line = document.line === undefined ? undefined : fields.find((field) => field.name === document.line);
  const lineDocuments = line ? documents?.[line.name]?.of : undefined;
  const ofLine = line && typeof lineDocuments === 'object' ? taken(name, line.lineFields ?? [], lineDocuments as Readonly<Record<string, FieldDocument>>) : [];
  return {
    name,
    body: `${pascal(kind)}${pascal(name)}Body`,
    creating: document.from?.includes('new') ?? false,
    callable: !onlySystem(document.by),
    ...(line && { line }),
    takes: [...ofLine, ...taken(name, fields, documents ?? {})],
    ...(label && { label }),
  };
}

function taken(act: string, fields: readonly CoreField[], documents: Readonly<Record<string, FieldDocument>>): CoreAct['takes'] {
  return fields.flatMap((field) => {
    const document = documents[field.name];
    if (!document || field.stamped) return [];
    const required = document.required?.includes(act) ?? false;
    if (!required && !document.optional?.includes(act)) return [];
    return [{ field, required: required && document.default === undefined }];
  });
}

function onlySystem(by: ActDocument['by']): boolean {
  const persons = typeof by === 'object' && 'of' in by ? by.of : by;
  const names = Array.isArray(persons) ? (persons as readonly string[]) : [persons as string | undefined];
  return names.every((person) => person === 'system' || person === 'nobody');
}
