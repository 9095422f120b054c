import type { Route } from '../route.ts';
import { ACCOUNT_ROUTES } from './directory-routes.ts';
import { HEALTH_ROUTES } from './health-routes.ts';
import { MATTER_ROUTES } from './matter-routes.ts';
import { DOCUMENT_ROUTES, EVENT_ROUTES, READING_ROUTES, SYSTEM_ROUTES } from './operation-routes.ts';
import { OPERATOR_ROUTES, SESSION_ROUTES } from './operator-routes.ts';
import { EVALUATION_ROUTES, POLICY_ROUTES } from './policy-routes.ts';

/** Routes that do not follow from a kind. */
export const FIXED_ROUTES: readonly Route[] = [...SESSION_ROUTES, ...OPERATOR_ROUTES, ...ACCOUNT_ROUTES, ...MATTER_ROUTES, ...READING_ROUTES, ...POLICY_ROUTES, ...EVALUATION_ROUTES, ...EVENT_ROUTES, ...SYSTEM_ROUTES, ...DOCUMENT_ROUTES, ...HEALTH_ROUTES];
