import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { faultAt, faultsOfClass, isJsonObject, problem } from '@huiyin/platform-http';
import type { JsonObject } from '@huiyin/platform-http';
import type { Credentials } from '../accounts/accounts.service.ts';
import { SHORT_FORMS, StaffShortForms } from './hire-staff.body.ts';

/** The rank ladder of the domain, lowest first. */
const RANKS = ['technician', 'supervisor', 'manager', 'director', 'vice-president', 'general-manager', 'chair'];

export interface ReadStaffBody {
  /** As the kind `staffMember` takes it. */
  readonly fields: JsonObject;
  readonly account?: Credentials;
}

/** `role` for a single role, `team` for a single team, `qualified`, a rank by its word, and the account apart. @throws ProblemError 422 */
export async function readStaffBody(body: unknown): Promise<ReadStaffBody> {
  if (!isJsonObject(body)) throw problem('invalid', { errors: [faultAt('', 'wrong-type', { type: '{ … }' })] });
  const { role, team, qualified, account, rank, ...rest } = body;
  const short = plainToInstance(StaffShortForms, Object.fromEntries(SHORT_FORMS.map((name) => [name, body[name]])));
  const errors = await validate(short, { whitelist: true, forbidNonWhitelisted: true });
  if (errors.length > 0) throw problem('invalid', { errors: faultsOfClass(errors) });
  const ladder = typeof rank === 'string' && RANKS.includes(rank) ? RANKS.indexOf(rank) + 1 : rank;
  return {
    fields: {
      ...rest,
      ...(role !== undefined && rest['roles'] === undefined && { roles: [role] }),
      ...(team !== undefined && rest['teams'] === undefined && { teams: [team] }),
      ...(qualified !== undefined && rest['qualifications'] === undefined && { qualifications: qualified }),
      ...(ladder !== undefined && { rank: ladder }),
    },
    ...(short.account && { account: { login: short.account.login, password: short.account.password } }),
  };
}
