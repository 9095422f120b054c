import { camel, kebab } from '@huiyin/platform-http';
import type { FieldType } from '@huiyin/regulation-engine';
import type { CoreAct, CoreKind } from '../model/core-kind.ts';
import type { Parameter } from './document.ts';
import { parameterRef, schemaRef } from './document.ts';
import { pageOf } from './page.ts';
import type { Route } from './route.ts';

const FILTERABLE: readonly FieldType[] = ['choice', 'ref', 'person', 'bool', 'date', 'int', 'text'];

/** The typed routes of a core kind; pack kinds have the same ones, untyped. */
export function kindRoutes(kind: CoreKind): readonly Route[] {
  const creating = kind.acts.filter((act) => act.creating && act.callable);
  const others = kind.acts.filter((act) => !act.creating && act.callable);
  const change = others.find((act) => act.name === 'change');
  return [
    ...(creating.length === 1 ? creating.map((act) => createRoute(kind, act, `/v1/${kind.plural}`)) : creating.map((act) => createRoute(kind, act, `/v1/${kind.plural}/${kebab(act.name)}`))),
    listRoute(kind),
    { method: 'get', path: `/v1/${kind.plural}/{id}`, id: `get${kind.type}`, tag: kind.plural, summary: `Read one ${noun(kind)}`, parameters: [parameterRef('Id')], answers: { 200: whole(kind, 'As it stands now.') } },
    ...others.map((act) => actRoute(kind, act)),
    ...(change ? [patchRoute(kind)] : []),
  ];
}

const noun = (kind: CoreKind): string => kebab(kind.kind).replaceAll('-', ' ');
const whole = (kind: CoreKind, description: string, headers: readonly string[] = []) => ({ description, schema: schemaRef(kind.type), headers: ['ETag', ...headers] });
const summaryOf = (kind: CoreKind, act: CoreAct): string => `${act.label?.en ?? kebab(act.name)} (${noun(kind)})`;

function createRoute(kind: CoreKind, act: CoreAct, path: string): Route {
  return { method: 'post', path, id: `${act.name}${kind.type}`, tag: kind.plural, summary: summaryOf(kind, act), body: { schema: schemaRef(act.body) }, problems: [403, 404], answers: { 201: whole(kind, 'Made.', ['Location']) } };
}

function actRoute(kind: CoreKind, act: CoreAct): Route {
  const needed = act.line !== undefined || act.takes.some((taken) => taken.required);
  return {
    method: 'post',
    path: `/v1/${kind.plural}/{id}/${kebab(act.name)}`,
    id: `${act.name}${kind.type}`,
    tag: kind.plural,
    summary: summaryOf(kind, act),
    parameters: [parameterRef('Id')],
    body: { schema: schemaRef(act.body), ...(!needed && { optional: true }) },
    versioned: true,
    answers: { 200: whole(kind, 'As it stands after the act.') },
  };
}

function patchRoute(kind: CoreKind): Route {
  return {
    method: 'patch',
    path: `/v1/${kind.plural}/{id}`,
    id: `patch${kind.type}`,
    tag: kind.plural,
    summary: `Edit descriptive fields (${noun(kind)})`,
    description: 'JSON Merge Patch (RFC 7396); the act `change`.',
    parameters: [parameterRef('Id')],
    body: { schema: schemaRef(`${kind.type}Patch`), types: ['application/json', 'application/merge-patch+json'] },
    versioned: true,
    answers: { 200: whole(kind, 'As it stands after the edit.') },
  };
}

function listRoute(kind: CoreKind): Route {
  const filters = kind.fields.filter((field) => FILTERABLE.includes(field.type) && !field.personal).map((field) => field.apiName);
  const sort: Parameter = { name: 'sort', in: 'query', schema: { type: 'string', enum: ['openedAt', '-openedAt', 'number', '-number'], default: '-openedAt' } };
  return {
    method: 'get',
    path: `/v1/${kind.plural}`,
    id: camel(`list-${kind.plural}`),
    tag: kind.plural,
    summary: `List (${noun(kind)})`,
    parameters: [parameterRef('Limit'), parameterRef('Cursor'), parameterRef('Count'), sort, ...['state', 'number', 'owner', ...filters].map((name): Parameter => ({ name, in: 'query', schema: { type: 'string', maxLength: 500 } }))],
    answers: { 200: { description: 'Those the caller may read.', schema: pageOf(schemaRef(kind.type)) } },
  };
}
