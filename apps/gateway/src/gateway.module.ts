import { Module } from '@nestjs/common';
import type { DynamicModule, Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';
import { BodyPipe } from '@huiyin/platform-http';
import { Accounts } from './accounts/accounts.service.ts';
import { ApiKeysController } from './accounts/api-keys.controller.ts';
import { ApiKeys } from './accounts/api-keys.service.ts';
import { CustomerAccountsController } from './accounts/customer-accounts.controller.ts';
import { SessionsController } from './accounts/sessions.controller.ts';
import { Sessions } from './accounts/sessions.service.ts';
import { AccountGuard } from './callers/account.guard.ts';
import { Callers } from './callers/callers.service.ts';
import { OnceInterceptor } from './callers/once.interceptor.ts';
import { RequestLimits } from './callers/request-limits.guard.ts';
import { GatewayConfig } from './config.ts';
import { DeadlinesController } from './deadlines/deadlines.controller.ts';
import { EvaluateDeadline } from './deadlines/evaluate-deadline.service.ts';
import { PromisedDeadlines } from './deadlines/promised-deadlines.service.ts';
import { DocsController } from './docs/docs.controller.ts';
import { LocalServices } from './door/local-services.ts';
import { MatterClient } from './door/matter-client.ts';
import { KindsController } from './kinds/kinds.controller.ts';
import { EventsController } from './live/events.controller.ts';
import { LiveFeed } from './live/live-feed.service.ts';
import { Tickets } from './live/tickets.service.ts';
import { AllMattersController } from './matters/all-matters.controller.ts';
import { AnyMatterController } from './matters/any-matter.controller.ts';
import { Bearers } from './matters/bearers.service.ts';
import { CoreBodies } from './matters/core-bodies.ts';
import { ListEverywhere } from './matters/list-everywhere.service.ts';
import { MatterActs } from './matters/matter-acts.service.ts';
import { MatterAnswers } from './matters/matter-answers.service.ts';
import { MattersController } from './matters/matters.controller.ts';
import { OpenActs } from './matters/open-acts.service.ts';
import { OpeningPolicy } from './matters/opening-policy.service.ts';
import { People } from './matters/people.service.ts';
import { WithoutPromise } from './matters/without-promise.service.ts';
import { NoticesController } from './notices/notices.controller.ts';
import { ParkedController } from './operations/parked.controller.ts';
import { Clock, SystemClock } from './operators/clock.ts';
import { OpenOperator } from './operators/open-operator.service.ts';
import { OperatorsController } from './operators/operators.controller.ts';
import { AdoptPolicy } from './policies/changes/adopt-policy.service.ts';
import { DraftPolicy } from './policies/changes/draft-policy.service.ts';
import { PolicyHistory } from './policies/changes/policy-history.service.ts';
import { PolicySurvey } from './policies/changes/policy-survey.service.ts';
import { PolicyCheck } from './policies/check/policy-check.ts';
import { ThreadedPolicyCheck } from './policies/check/threaded-policy-check.ts';
import { EvaluateController } from './policies/evaluate/evaluate.controller.ts';
import { EvaluatePolicy } from './policies/evaluate/evaluate-policy.service.ts';
import { SupposedMatters } from './policies/evaluate/supposed.service.ts';
import { KnownPolicies } from './policies/known-policies.service.ts';
import { MakePolicy } from './policies/make-policy.service.ts';
import { PoliciesController } from './policies/policies.controller.ts';
import { Policies } from './policies/policies.service.ts';
import { PolicyResponder } from './policies/policy-responder.ts';
import { RegulationsController } from './policies/regulations/regulations.controller.ts';
import { Regulations } from './policies/regulations/regulations.service.ts';
import { PreviewController } from './preview/preview.controller.ts';
import { PrintsController } from './prints/prints.controller.ts';
import { Prints } from './prints/prints.service.ts';
import { GatewayProblemFilter } from './problems/gateway-problem.filter.ts';
import { RebindController } from './rebinding/rebind.controller.ts';
import { Rebind } from './rebinding/rebind.service.ts';
import { ReadModelReceiver } from './read-model/read-model.receiver.ts';
import { RegistersController } from './registers/registers.controller.ts';
import { Advance } from './simulation/advance.service.ts';
import { Quiet } from './simulation/quiet.service.ts';
import { SimulationController } from './simulation/simulation.controller.ts';
import { StaffController } from './staff/staff.controller.ts';
import { Staff } from './staff/staff.service.ts';
import { Timelines } from './timeline/timeline.service.ts';

const MINUTE_MS = 60_000;

const CONTROLLERS = [
  DocsController, OperatorsController, SessionsController, ApiKeysController, CustomerAccountsController, StaffController, KindsController, RegulationsController, EvaluateController, PoliciesController, DeadlinesController, RebindController,
  NoticesController, RegistersController, PreviewController, ParkedController, SimulationController, EventsController, PrintsController, AnyMatterController, AllMattersController,
  MattersController,
];

const SERVICES: Provider[] = [
  LocalServices, MatterClient, Callers, Tickets, Accounts, Sessions, ApiKeys, Staff, Policies, Regulations, MakePolicy, PolicySurvey, DraftPolicy, AdoptPolicy, PolicyHistory, KnownPolicies, SupposedMatters, EvaluatePolicy, PromisedDeadlines, EvaluateDeadline, Rebind, PolicyResponder, OpenOperator, CoreBodies, People, Bearers, MatterAnswers, MatterActs, OpeningPolicy, OpenActs,
  WithoutPromise, ListEverywhere, Timelines, Prints, LiveFeed, ReadModelReceiver, Quiet, Advance,
];

export interface GatewayParts {
  readonly config: GatewayConfig;
  readonly imports?: DynamicModule['imports'];
  /** Repositories (all of `persistence/`), and `ServiceDoor`. */
  readonly adapters: readonly Provider[];
  readonly clock?: Clock;
}

/** Everything of the gateway that is neither a database nor a broker; tests put it over memory, `AppModule` over the real ones. */
@Module({})
export class GatewayModule {
  static over({ config, imports = [], adapters, clock }: GatewayParts): DynamicModule {
    return {
      module: GatewayModule,
      imports: [...imports, ThrottlerModule.forRoot([{ ttl: MINUTE_MS, limit: config.requestsPerMinute }])],
      controllers: CONTROLLERS,
      providers: [
        { provide: GatewayConfig, useValue: config },
        { provide: Clock, useValue: clock ?? new SystemClock() },
        { provide: PolicyCheck, useClass: ThreadedPolicyCheck },
        ...adapters,
        ...SERVICES,
        { provide: APP_FILTER, useClass: GatewayProblemFilter },
        { provide: APP_PIPE, useClass: BodyPipe },
        { provide: APP_GUARD, useClass: RequestLimits },
        { provide: APP_GUARD, useClass: AccountGuard },
        { provide: APP_INTERCEPTOR, useClass: OnceInterceptor },
      ],
      exports: [LocalServices, ReadModelReceiver, PolicyResponder, Policies, CoreBodies, LiveFeed],
    };
  }
}
