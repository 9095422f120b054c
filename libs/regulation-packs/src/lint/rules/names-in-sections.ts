import type { PackProblem } from '../../load/pack-problem.ts';
import type { LoadedPack } from '../../load/load-pack.ts';
import { all, asList, entries, kindParts, type LintRule, type LintSubject } from '../lint-subject.ts';
import { namesWithin } from '../names-within.ts';
import { unknownName } from '../unknown-name.ts';
import { head } from '../expressions/matter-types.ts';

const kindsOf = (subject: LintSubject): readonly string[] => [...new Set(kindParts(subject).map(({ kind }) => kind))];

function forms(subject: LintSubject, pack: LoadedPack): readonly PackProblem[] {
  return entries(pack.document.forms).flatMap(([name, { of, fields = [], sealedBy, gates }]) => {
    const names = namesWithin(subject, pack, of);
    if (names === undefined) return [unknownName(pack, `forms.${name}.of`, 'unknownKind', `no kind ${of}`, of, kindsOf(subject))];
    const acts = [...(sealedBy === undefined ? [] : [['sealedBy', sealedBy] as const]), ...asList(gates).map((gate) => ['gates', gate] as const)];
    return [
      ...fields.flatMap((field, index) => (names.fields.has(field) || Object.hasOwn(head, field) ? [] : [unknownName(pack, `forms.${name}.fields[${index}]`, 'unknownField', `${of} has no field ${field}`, field, names.fields)])),
      ...acts.flatMap(([word, act]) => (names.acts.has(act) ? [] : [unknownName(pack, `forms.${name}.${word}`, 'unknownAct', `${of} has no act ${act}`, act, names.acts)])),
    ];
  });
}

/** Queries that an indicator or a cycle names by their bare name. */
function queries(subject: LintSubject, pack: LoadedPack): readonly PackProblem[] {
  const known = new Set(all(subject).flatMap(({ document }) => Object.keys(document.queries ?? {})));
  const look = (path: string, source: string | undefined): readonly PackProblem[] => {
    const ratio = /^ratio\(\s*([A-Za-z]\w*)\s*,\s*([A-Za-z]\w*)\s*\)$/.exec(source ?? '');
    const bare = /^(?:query:|facts\.)?([A-Za-z]\w*)$/.exec(source ?? '');
    const names = ratio === null ? (bare === null ? [] : [bare[1]!]) : [ratio[1]!, ratio[2]!];
    return names.filter((name) => !known.has(name)).map((name) => unknownName(pack, path, 'unknownName', `no query ${name}`, name, known));
  };
  return [
    ...entries(pack.document.indicators).flatMap(([name, { is }]) => look(`indicators.${name}.is`, is)),
    ...entries(pack.document.cycles).flatMap(([name, cycle]) => (typeof cycle.for === 'string' && cycle.for.startsWith('query:') ? look(`cycles.${name}.for`, cycle.for) : [])),
  ];
}

function cycles(subject: LintSubject, pack: LoadedPack): readonly PackProblem[] {
  return entries(pack.document.cycles).flatMap(([name, { open, set, met }]) => {
    const names = namesWithin(subject, pack, open);
    if (names === undefined) return [unknownName(pack, `cycles.${name}.open`, 'unknownKind', `no kind ${open}`, open, kindsOf(subject))];
    const fields = Object.keys(set ?? {}).filter((field) => !names.fields.has(field)).map((field) => unknownName(pack, `cycles.${name}.set.${field}`, 'unknownField', `${open} has no field ${field}`, field, names.fields));
    const events = asList(met?.when).flatMap((event) => {
      const [kind = '', act] = event.includes('.') ? event.split('.') : [open, event];
      const met = namesWithin(subject, pack, kind);
      if (met === undefined) return [unknownName(pack, `cycles.${name}.met.when`, 'unknownEvent', `no kind ${kind}`, kind, kindsOf(subject))];
      return act === undefined || event.split('.').length > 2 || met.acts.has(act) ? [] : [unknownName(pack, `cycles.${name}.met.when`, 'unknownEvent', `${kind} has no act ${act}`, act, met.acts)];
    });
    return [...fields, ...events];
  });
}

/** Kinds, fields, acts and queries that papers, indicators and cycles name are there. */
export const namesInSections: LintRule = (subject) => subject.packs.flatMap((pack) => [...forms(subject, pack), ...queries(subject, pack), ...cycles(subject, pack)]);
