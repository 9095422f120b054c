// Generated from libs/intake/domain/core.yaml by tools/generators. Edit that file and generate anew.

export type ServiceRequestState = 'registered' | 'clarifying' | 'accepted' | 'dispatched' | 'resolved' | 'closed' | 'declined' | 'refused' | 'reopened';

export type ServiceRequestAct = 'register' | 'clarify' | 'accept' | 'decline' | 'dispatch' | 'resolve' | 'close' | 'reopen';

export interface ServiceRequestFacts {
  readonly customer?: string;
  readonly channel?: 'verbal' | 'phone' | 'portal' | 'email' | 'letter';
  readonly description?: string;
  readonly room?: string;
  readonly phone?: string;
  readonly appointedAt?: string;
  readonly signedAt?: string;
  readonly order?: string;
  readonly reason?: string;
  readonly result?: string;
}

export interface ServiceRequestRegisterInput {
  readonly customer: string;
  readonly channel: 'verbal' | 'phone' | 'portal' | 'email' | 'letter';
  readonly description: string;
  readonly room?: string;
  readonly phone?: string;
  readonly appointedAt?: string;
}

export interface ServiceRequestClarifyInput {
  readonly description?: string;
  readonly room?: string;
  readonly phone?: string;
  readonly appointedAt?: string;
}

export interface ServiceRequestDeclineInput {
  readonly reason: string;
}

export interface ServiceRequestDispatchInput {
  readonly order: string;
}

export interface ServiceRequestResolveInput {
  readonly result?: string;
}

export interface ServiceRequestReopenInput {
  readonly reason: string;
}
