import { parameterRef, schemaRef } from '../document.ts';
import type { Parameter } from '../document.ts';
import { TEXT, listOf, objectOf, orNull } from '../page.ts';
import type { Route } from '../route.ts';
import { DEADLINE_BODY, EVALUATION, EVALUATION_BODY } from './evaluation-shapes.ts';
import { ADOPTED_POLICY, DEADLINE_ANSWER, DRAFTED_POLICY, POLICY_CHANGE, POLICY_COMPARISON, POLICY_PERIOD, REBIND_BODY, REBOUND, REGULATION } from './policy-shapes.ts';

const REASON = { schema: objectOf({ reason: { type: 'string', maxLength: 2_000 } }, ['reason']), optional: true };
const HASH_OR_ID: Parameter = { name: 'id', in: 'path', required: true, description: 'Hash of an adopted policy, or id of a change.', schema: { type: 'string', maxLength: 100 } };

/** An act of one person on a drafted change. */
function act(word: 'consent' | 'adopt' | 'withdraw', id: string, summary: string, description: string, takesReason: boolean): Route {
  return { method: 'post', path: `/v1/policies/{id}/${word}`, id, tag: 'policies', summary, parameters: [parameterRef('Id')], body: takesReason ? REASON : { schema: objectOf({}), optional: true }, versioned: true, answers: { 200: { description, schema: schemaRef('Policy'), headers: ['ETag'] } } };
}

/** Regulations, the operator's policy, and its changes by two people. */
export const POLICY_ROUTES: readonly Route[] = [
  { method: 'get', path: '/v1/regulations', id: 'listRegulations', tag: 'policies', summary: 'Regulations that can be adopted', answers: { 200: { description: 'With source, coverage and figures.', schema: objectOf({ items: listOf(REGULATION), nextCursor: orNull(TEXT) }) } } },
  { method: 'get', path: '/v1/policies', id: 'listPolicies', tag: 'policies', summary: 'Which policy was in force when', parameters: [parameterRef('Limit'), parameterRef('Cursor')], problems: [403], answers: { 200: { description: 'Latest first; also those that have yet to begin.', schema: objectOf({ items: listOf(POLICY_PERIOD), nextCursor: orNull(TEXT) }) } } },
  {
    method: 'post',
    path: '/v1/policies',
    id: 'draftPolicy',
    tag: 'policies',
    summary: 'Draft a change of policy',
    description: 'Linted again with the overrides in and compiled; what is not sound is refused with file, line and item. The answer shows each changed item with a matter that would come out differently, and each open due kept or moved. Nothing is in force by it.',
    body: { schema: POLICY_CHANGE },
    problems: [403],
    answers: { 201: { description: 'The drafted change and what it would do.', schema: DRAFTED_POLICY, headers: ['ETag', 'Location'] } },
  },
  { method: 'get', path: '/v1/policies/{id}', id: 'getPolicy', tag: 'policies', summary: 'An adopted policy, or a change', parameters: [HASH_OR_ID], answers: { 200: { description: 'By hash: the policy with its document. By id: the change as it stands.', schema: { anyOf: [ADOPTED_POLICY, schemaRef('Policy')] } } } },
  { method: 'get', path: '/v1/policies/{id}/witnesses', id: 'comparePolicy', tag: 'policies', summary: 'What a drafted change would do to the matters open now', parameters: [parameterRef('Id')], problems: [403, 409], answers: { 200: { description: 'Nothing of it has happened.', schema: POLICY_COMPARISON } } },
  act('consent', 'consentToPolicy', 'Consent to a drafted change, as a second person', 'Consented.', true),
  act('adopt', 'adoptPolicy', 'Adopt a change that was consented to', 'Adopted; new matters open under it from its instant on, old ones keep theirs.', false),
  act('withdraw', 'withdrawPolicy', 'Withdraw a change that is not adopted', 'Withdrawn.', true),
];

/** Computations without a trace, and the binding of a matter to another policy. */
export const EVALUATION_ROUTES: readonly Route[] = [
  { method: 'post', path: '/v1/policies/evaluate', id: 'evaluatePolicy', tag: 'policies', summary: 'What a policy says about a case that is only supposed', body: { schema: EVALUATION_BODY }, problems: [403, 404], answers: { 200: { description: 'Nothing is stored.', schema: EVALUATION } } },
  { method: 'post', path: '/v1/deadlines/evaluate', id: 'evaluateDeadline', tag: 'deadlines', summary: "When a limit or a rule's promise would fall due, and why", body: { schema: DEADLINE_BODY }, problems: [403, 404], answers: { 200: { description: 'Nothing is stored.', schema: DEADLINE_ANSWER } } },
  {
    method: 'post',
    path: '/v1/matters/{id}/rebind',
    id: 'rebindMatter',
    tag: 'matters',
    summary: 'Bind a matter to another policy',
    description: 'An explicit act with its reason. Every clock keeps its anchor; none starts by it.',
    parameters: [parameterRef('Id'), { name: 'preview', in: 'query', schema: { type: 'boolean', default: false }, description: 'Dry run: what each promise would become.' }],
    body: { schema: REBIND_BODY },
    versioned: true,
    answers: { 200: { description: 'Each promise kept, moved or dropped.', schema: REBOUND, headers: ['ETag'] } },
  },
];
