// Generated from libs/intake/domain/core.yaml by tools/generators. Edit that file and generate anew.
import { IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { ActBody, IsId, IsInstant } from '@huiyin/contracts-gateway';

/** `POST /v1/service-requests`: Register. */
export class ServiceRequestRegisterBody extends ActBody {
  @IsId() customerId!: string;
  @IsIn(['verbal', 'phone', 'portal', 'email', 'letter']) channel!: 'verbal' | 'phone' | 'portal' | 'email' | 'letter';
  @IsString() @MinLength(1) @MaxLength(2000) description!: string;
  @IsOptional() @IsString() @MaxLength(60) room?: string;
  @IsOptional() @IsString() @MaxLength(40) phone?: string;
  @IsOptional() @IsInstant() appointedAt?: string;
}

/** `POST /v1/service-requests/{id}/clarify`: Clarify. */
export class ServiceRequestClarifyBody extends ActBody {
  @IsOptional() @IsString() @MaxLength(2000) description?: string;
  @IsOptional() @IsString() @MaxLength(60) room?: string;
  @IsOptional() @IsString() @MaxLength(40) phone?: string;
  @IsOptional() @IsInstant() appointedAt?: string;
}

/** `POST /v1/service-requests/{id}/accept`: Accept. */
export class ServiceRequestAcceptBody extends ActBody {}

/** `POST /v1/service-requests/{id}/decline`: Decline. */
export class ServiceRequestDeclineBody extends ActBody {
  @IsString() @MinLength(1) @MaxLength(500) reason!: string;
}

/** `POST /v1/service-requests/{id}/dispatch`: Dispatch. */
export class ServiceRequestDispatchBody extends ActBody {
  @IsId() orderId!: string;
}

/** `POST /v1/service-requests/{id}/resolve`: Resolve. */
export class ServiceRequestResolveBody extends ActBody {
  @IsOptional() @IsString() @MaxLength(500) result?: string;
}

/** `POST /v1/service-requests/{id}/close`: Close. */
export class ServiceRequestCloseBody extends ActBody {}

/** `POST /v1/service-requests/{id}/reopen`: Reopen. */
export class ServiceRequestReopenBody extends ActBody {
  @IsString() @MinLength(1) @MaxLength(500) reason!: string;
}
