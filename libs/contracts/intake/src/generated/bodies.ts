// Generated from libs/intake/domain/core.yaml by tools/generators. Edit that file and generate anew.
import type { ActBody } from '@huiyin/contracts-gateway';
import { CustomerChangeBody, CustomerRegisterBody, CustomerWithdrawBody } from './customer.bodies.ts';
import { PriceItemChangeBody, PriceItemListBody, PriceItemWithdrawBody } from './price-item.bodies.ts';
import { ContactAnswerBody, ContactRecordBody } from './contact.bodies.ts';
import { ServiceRequestAcceptBody, ServiceRequestClarifyBody, ServiceRequestCloseBody, ServiceRequestDeclineBody, ServiceRequestDispatchBody, ServiceRequestRegisterBody, ServiceRequestReopenBody, ServiceRequestResolveBody } from './service-request.bodies.ts';

/** Classes of the bodies of intake's core acts, by `kind.act`. */
export const intakeBodies: Readonly<Record<string, new () => ActBody>> = {
  'customer.register': CustomerRegisterBody,
  'customer.change': CustomerChangeBody,
  'customer.withdraw': CustomerWithdrawBody,
  'priceItem.list': PriceItemListBody,
  'priceItem.change': PriceItemChangeBody,
  'priceItem.withdraw': PriceItemWithdrawBody,
  'contact.record': ContactRecordBody,
  'contact.answer': ContactAnswerBody,
  'serviceRequest.register': ServiceRequestRegisterBody,
  'serviceRequest.clarify': ServiceRequestClarifyBody,
  'serviceRequest.accept': ServiceRequestAcceptBody,
  'serviceRequest.decline': ServiceRequestDeclineBody,
  'serviceRequest.dispatch': ServiceRequestDispatchBody,
  'serviceRequest.resolve': ServiceRequestResolveBody,
  'serviceRequest.close': ServiceRequestCloseBody,
  'serviceRequest.reopen': ServiceRequestReopenBody,
};
