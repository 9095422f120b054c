// Generated from libs/dispatch/domain/core.yaml by tools/generators. Edit that file and generate anew.
import type { ActBody } from '@huiyin/contracts-gateway';
import { TeamChangeBody, TeamDissolveBody, TeamFormBody } from './team.bodies.ts';
import { WorkOrderAcceptBody, WorkOrderAnswerBody, WorkOrderArriveBody, WorkOrderAssignBody, WorkOrderBringBackBody, WorkOrderCancelBody, WorkOrderClassifyBody, WorkOrderCollectBody, WorkOrderComeAgainBody, WorkOrderCompleteBody, WorkOrderConfirmBody, WorkOrderConsentBody, WorkOrderCreateBody, WorkOrderDeclineBody, WorkOrderDepartBody, WorkOrderFetchBody, WorkOrderFileBody, WorkOrderFitBody, WorkOrderIssueReceiptBody, WorkOrderNeedReturnBody, WorkOrderNobodyHomeBody, WorkOrderPriceBody, WorkOrderQuoteBody, WorkOrderRescheduleBody, WorkOrderSendBody, WorkOrderSignOffBody, WorkOrderStartBody, WorkOrderTakeBackBody, WorkOrderTakeBody, WorkOrderTryOutBody, WorkOrderVerifyBody } from './work-order.bodies.ts';

/** Classes of the bodies of dispatch's core acts, by `kind.act`. */
export const dispatchBodies: Readonly<Record<string, new () => ActBody>> = {
  'team.form': TeamFormBody,
  'team.change': TeamChangeBody,
  'team.dissolve': TeamDissolveBody,
  'workOrder.create': WorkOrderCreateBody,
  'workOrder.take': WorkOrderTakeBody,
  'workOrder.classify': WorkOrderClassifyBody,
  'workOrder.answer': WorkOrderAnswerBody,
  'workOrder.price': WorkOrderPriceBody,
  'workOrder.assign': WorkOrderAssignBody,
  'workOrder.send': WorkOrderSendBody,
  'workOrder.accept': WorkOrderAcceptBody,
  'workOrder.depart': WorkOrderDepartBody,
  'workOrder.arrive': WorkOrderArriveBody,
  'workOrder.confirm': WorkOrderConfirmBody,
  'workOrder.quote': WorkOrderQuoteBody,
  'workOrder.consent': WorkOrderConsentBody,
  'workOrder.start': WorkOrderStartBody,
  'workOrder.verify': WorkOrderVerifyBody,
  'workOrder.fit': WorkOrderFitBody,
  'workOrder.fetch': WorkOrderFetchBody,
  'workOrder.complete': WorkOrderCompleteBody,
  'workOrder.tryOut': WorkOrderTryOutBody,
  'workOrder.signOff': WorkOrderSignOffBody,
  'workOrder.issueReceipt': WorkOrderIssueReceiptBody,
  'workOrder.collect': WorkOrderCollectBody,
  'workOrder.file': WorkOrderFileBody,
  'workOrder.reschedule': WorkOrderRescheduleBody,
  'workOrder.nobodyHome': WorkOrderNobodyHomeBody,
  'workOrder.takeBack': WorkOrderTakeBackBody,
  'workOrder.bringBack': WorkOrderBringBackBody,
  'workOrder.needReturn': WorkOrderNeedReturnBody,
  'workOrder.comeAgain': WorkOrderComeAgainBody,
  'workOrder.decline': WorkOrderDeclineBody,
  'workOrder.cancel': WorkOrderCancelBody,
};
