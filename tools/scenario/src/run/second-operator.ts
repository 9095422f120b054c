import { describeAnswer, succeeded } from '../gateway/answer.ts';
import type { Answer } from '../gateway/answer.ts';
import { ADMIN } from '../scenario.ts';
import type { Scenario, Step } from '../scenario.ts';
import { judgeStep } from './judge-step.ts';
import { isOpaqueId, opaqueIdsIn } from './opaque-ids.ts';
import { openCustomerAccounts, openTenant } from './open-tenant.ts';
import type { SystemUnderTest } from './open-tenant.ts';
import { performStep, requestOf } from './perform-step.ts';
import type { Performed } from './perform-step.ts';
import { readEveryPage } from './read-every-page.ts';
import type { CheckResult } from './scenario-result.ts';
import type { Tenant } from './tenant.ts';

const MOST_TOLD = 10;
const MATTERS = '/v1/matters';

/**
 * An operator with the same name, staff, packs and fixtures, and the scenario's first matter planted, that stands
 * beside a run: nothing of the one may ever be seen by the other.
 */
export class SecondOperator {
  private readonly tenant: Tenant;
  private readonly leaks = new Set<string>();
  /** Opaque ids of the operator under test, and of this one. */
  private readonly theirs = new Set<string>();
  private readonly ours: Set<string>;
  private readonly failedToPlant = new Map<Step, string>();
  private readonly collections = new Set<string>([MATTERS, '/v1/staff', '/v1/customers', '/v1/notices', '/v1/parked']);

  private constructor(tenant: Tenant) {
    this.tenant = tenant;
    this.ours = idsOfOpening(tenant);
  }

  static async open(scenario: Scenario, system: SystemUnderTest): Promise<SecondOperator> {
    const second = new SecondOperator(await openTenant(scenario, system));
    await second.plant(scenario.given);
    if (second.failedToPlant.size > 0) return second;
    await openCustomerAccounts(scenario, second.tenant);
    await second.plant(openingSteps(scenario));
    return second;
  }

  /** What both sides can see after a step of the operator under test. */
  async lookAfter(step: Step, performed: Performed, first: Tenant): Promise<void> {
    const { answer } = performed;
    const after = `after ${step.section} ${step.index}`;
    const failed = this.failedToPlant.get(step);
    if (failed !== undefined && isFine(performed)) this.leaks.add(`${after}: the second operator was answered otherwise: ${failed}`);
    if (!answer) return;
    this.mustNotHold(answer, this.ours, `${after}: the answer`);
    if (succeeded(answer)) for (const id of opaqueIdsIn(answer.body)) if (!this.ours.has(id)) this.theirs.add(id);
    const collection = /^\/v1\/[a-z-]+/.exec(step.path)?.[0] ?? MATTERS;
    this.collections.add(collection);
    const touched = [topId(answer), ...Object.keys(step.save).map((name) => first.saved.get(name))].filter((id) => this.theirs.has(`${id}`));
    for (const id of new Set(touched)) {
      for (const path of new Set([`${MATTERS}/${id}`, `${MATTERS}/${id}/timeline`, `${collection}/${id}`])) {
        await this.mustBeUnknown(this.tenant, path, `${after}: the second operator's ${ADMIN}`);
      }
    }
    if (step.method === 'get') await this.mirror(step, first, after);
    this.mustNotHold(await this.look(this.tenant, MATTERS), this.theirs, `${after}: the second operator's list ${MATTERS}`);
  }

  /** Lists of either side, every page, and this side's matters asked by id from the other; its clock has not moved. */
  async finalChecks(first: Tenant): Promise<CheckResult[]> {
    for (const id of idsOfOpening(first)) this.theirs.add(id);
    for (const path of this.collections) {
      for (const page of await readEveryPage(this.tenant, path)) this.mustNotHold(page, this.theirs, `the second operator's list ${path}`);
      for (const page of await readEveryPage(first, path)) this.mustNotHold(page, this.ours, `the list ${path}`);
    }
    for (const id of [...this.tenant.saved.values()].filter((value) => this.ours.has(`${value}`))) {
      await this.mustBeUnknown(first, `${MATTERS}/${id}`, `the operator's ${ADMIN}`);
    }
    await this.mustStandStill();
    if (this.theirs.size === 0 || this.ours.size === 0) this.leaks.add('no id was ever seen, so that nothing could be looked for');
    const title = 'a second operator of the same names sees nothing and is not seen';
    const told = [...this.leaks];
    const more = told.length > MOST_TOLD ? `\nand ${told.length - MOST_TOLD} more` : '';
    return [told.length === 0 ? { title, ok: true } : { title, ok: false, problem: told.slice(0, MOST_TOLD).join('\n') + more }];
  }

  /** Up to the first step that fails; where it fails for the other operator too, that run tells it. */
  private async plant(steps: readonly Step[]): Promise<void> {
    for (const step of steps) {
      const performed = await performStep(step, this.tenant);
      for (const id of opaqueIdsIn(performed.answer?.body)) this.ours.add(id);
      if (isFine(performed)) continue;
      this.failedToPlant.set(step, judgeStep(step, performed).problem ?? '');
      return;
    }
  }

  /** The same reading, by the person of the same name on this side. */
  private async mirror(step: Step, first: Tenant, after: string): Promise<void> {
    if (!this.tenant.accounts.has(step.as)) return;
    const request = requestOf(step, first);
    const answer = await this.tenant.send(step.as, request);
    const asked = [...this.theirs].some((id) => request.path.includes(id));
    const who = `${after}: the second operator's ${step.as} at ${request.path}`;
    if (succeeded(answer) && asked) this.leaks.add(`${who} was answered ${answer.status}`);
    this.mustNotHold(answer, this.theirs, who);
  }

  private async mustBeUnknown(asker: Tenant, path: string, who: string): Promise<void> {
    const answer = await this.look(asker, path);
    if (answer.status !== 404) this.leaks.add(`${who} at ${path} was answered ${describeAnswer(answer)} instead of 404`);
  }

  /** A refusal may repeat the path that was asked for; an answer may hold nothing of the other side. */
  private mustNotHold(answer: Answer, ids: ReadonlySet<string>, where: string): void {
    if (answer.status >= 500) this.leaks.add(`${where} was answered ${describeAnswer(answer)}`);
    if (!succeeded(answer)) return;
    for (const id of ids) if (answer.text.includes(id)) this.leaks.add(`${where} shows ${id} of the other operator`);
  }

  private async mustStandStill(): Promise<void> {
    const answer = await this.look(this.tenant, MATTERS);
    const shown = answer.headers.get('huiyin-now');
    if (shown !== null && Date.parse(shown) !== this.tenant.now) this.leaks.add(`the second operator's clock moved to ${shown}`);
  }

  private look(tenant: Tenant, path: string): Promise<Answer> {
    return tenant.send(ADMIN, { method: 'GET', path, query: path === MATTERS ? { limit: '200' } : {} });
  }
}

function idsOfOpening(tenant: Tenant): Set<string> {
  return new Set([tenant.operatorId, ...tenant.actorIds.values()].filter(isOpaqueId));
}

function isFine({ differences, problem }: Performed): boolean {
  return differences.length === 0 && problem === undefined;
}

function topId(answer: Answer): string | undefined {
  return opaqueIdsIn(answer.body)[0];
}

/** Up to the first step that makes something and saves it: so the second operator has a matter with a running clock. */
function openingSteps({ steps }: Scenario): readonly Step[] {
  const first = steps.findIndex(({ method, save, expect }) => {
    const succeeds = expect.status === undefined || (expect.status >= 200 && expect.status < 300);
    return method === 'post' && succeeds && Object.keys(save).length > 0;
  });
  return steps.slice(0, first + 1);
}
