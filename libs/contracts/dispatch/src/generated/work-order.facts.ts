// Generated from libs/dispatch/domain/core.yaml by tools/generators. Edit that file and generate anew.

export type WorkOrderState = 'drafted' | 'handedOver' | 'assigned' | 'accepted' | 'enRoute' | 'onSite' | 'diagnosed' | 'quoted' | 'consented' | 'inProgress' | 'completed' | 'signedOff' | 'settled' | 'filed' | 'declined' | 'rescheduled' | 'nobodyHome' | 'fetching' | 'trialFailed' | 'needsReturn' | 'takenBack' | 'cancelled';

export type WorkOrderAct = 'create' | 'take' | 'classify' | 'answer' | 'price' | 'assign' | 'send' | 'accept' | 'depart' | 'arrive' | 'confirm' | 'quote' | 'consent' | 'start' | 'verify' | 'fit' | 'fetch' | 'complete' | 'tryOut' | 'signOff' | 'issueReceipt' | 'collect' | 'file' | 'reschedule' | 'nobodyHome' | 'takeBack' | 'bringBack' | 'needReturn' | 'comeAgain' | 'decline' | 'cancel';

export interface WorkOrderPartsLine {
  readonly sku: string;
  readonly qty?: number;
  readonly suppliedBy?: 'owner' | 'centre';
  readonly verified?: 'qualified' | 'unqualified';
  readonly fitted?: boolean;
}

export interface WorkOrderFacts {
  readonly request?: string;
  readonly customer?: string;
  readonly customerName?: string;
  readonly room?: string;
  readonly phone?: string;
  readonly description?: string;
  readonly appointedAt?: string;
  readonly receivedAt?: string;
  readonly inCatalogue?: boolean;
  readonly item?: string;
  readonly charge?: 'paid' | 'free';
  readonly material?: number;
  readonly labour?: number;
  readonly price?: number;
  readonly team?: string;
  readonly technician?: string;
  readonly reason?: string;
  readonly findings?: string;
  readonly parts?: readonly WorkOrderPartsLine[];
  readonly feasible?: boolean;
  readonly answerText?: string;
  readonly trial?: 'good' | 'notGood';
  readonly receipt?: string;
  readonly receiptAmount?: number;
  readonly collected?: number;
  readonly ownerCopy?: boolean;
}

export interface WorkOrderCreateInput {
  readonly request: string;
  readonly customer: string;
  readonly customerName?: string;
  readonly room?: string;
  readonly phone?: string;
  readonly description: string;
  readonly appointedAt?: string;
}

export interface WorkOrderClassifyInput {
  readonly inCatalogue?: boolean;
  readonly item?: string;
  readonly charge?: 'paid' | 'free';
}

export interface WorkOrderAnswerInput {
  readonly charge?: 'paid' | 'free';
  readonly feasible: boolean;
  readonly answerText: string;
}

export interface WorkOrderPriceInput {
  readonly material: number;
  readonly labour: number;
  readonly price: number;
}

export interface WorkOrderAssignInput {
  readonly team: string;
  readonly reason?: string;
}

export interface WorkOrderSendInput {
  readonly technician: string;
}

export interface WorkOrderConfirmInput {
  readonly findings: string;
}

export interface WorkOrderVerifyInput {
  readonly qty?: number;
  readonly suppliedBy: 'owner' | 'centre';
  readonly verified: 'qualified' | 'unqualified';
}

export interface WorkOrderFitInput {
  readonly qty?: number;
  readonly suppliedBy?: 'owner' | 'centre';
  readonly fitted: boolean;
}

export interface WorkOrderTryOutInput {
  readonly trial: 'good' | 'notGood';
}

export interface WorkOrderIssueReceiptInput {
  readonly receipt: string;
  readonly receiptAmount: number;
}

export interface WorkOrderCollectInput {
  readonly collected: number;
  readonly ownerCopy?: boolean;
}

export interface WorkOrderRescheduleInput {
  readonly appointedAt: string;
  readonly reason: string;
}

export interface WorkOrderNobodyHomeInput {
  readonly reason: string;
}

export interface WorkOrderTakeBackInput {
  readonly reason: string;
}

export interface WorkOrderDeclineInput {
  readonly reason: string;
}

export interface WorkOrderCancelInput {
  readonly reason: string;
}
