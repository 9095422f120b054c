// Generated from libs/dispatch/domain/core.yaml by tools/generators. Edit that file and generate anew.
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsObject, IsOptional, IsString, Max, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';
import { ActBody, IsId, IsInstant, IsSafeInteger, LeastAmount, MoneyBody } from '@huiyin/contracts-gateway';

/** `POST /v1/work-orders`: Create. */
export class WorkOrderCreateBody extends ActBody {
  @IsId() requestId!: string;
  @IsId() customerId!: string;
  @IsOptional() @IsString() @MaxLength(120) customerName?: string;
  @IsOptional() @IsString() @MaxLength(60) room?: string;
  @IsOptional() @IsString() @MaxLength(40) phone?: string;
  @IsString() @MinLength(1) @MaxLength(2000) description!: string;
  @IsOptional() @IsInstant() appointedAt?: string;
}

/** `POST /v1/work-orders/{id}/take`: Take. */
export class WorkOrderTakeBody extends ActBody {}

/** `POST /v1/work-orders/{id}/classify`: Classify. */
export class WorkOrderClassifyBody extends ActBody {
  @IsOptional() @IsBoolean() inCatalogue?: boolean;
  @IsOptional() @IsId() itemId?: string;
  @IsOptional() @IsIn(['paid', 'free']) charge?: 'paid' | 'free';
}

/** `POST /v1/work-orders/{id}/answer`: Answer on feasibility. */
export class WorkOrderAnswerBody extends ActBody {
  @IsOptional() @IsIn(['paid', 'free']) charge?: 'paid' | 'free';
  @IsBoolean() feasible!: boolean;
  @IsString() @MinLength(1) @MaxLength(2000) answerText!: string;
}

/** `POST /v1/work-orders/{id}/price`: Price. */
export class WorkOrderPriceBody extends ActBody {
  @IsObject() @ValidateNested() @Type(() => MoneyBody) @LeastAmount(0) material!: MoneyBody;
  @IsObject() @ValidateNested() @Type(() => MoneyBody) @LeastAmount(0) labour!: MoneyBody;
  @IsObject() @ValidateNested() @Type(() => MoneyBody) @LeastAmount(0) price!: MoneyBody;
}

/** `POST /v1/work-orders/{id}/assign`: Assign. */
export class WorkOrderAssignBody extends ActBody {
  @IsId() teamId!: string;
  @IsOptional() @IsString() @MaxLength(500) reason?: string;
}

/** `POST /v1/work-orders/{id}/send`: Send a technician. */
export class WorkOrderSendBody extends ActBody {
  @IsId() technicianId!: string;
}

/** `POST /v1/work-orders/{id}/accept`: Accept. */
export class WorkOrderAcceptBody extends ActBody {}

/** `POST /v1/work-orders/{id}/depart`: Depart. */
export class WorkOrderDepartBody extends ActBody {}

/** `POST /v1/work-orders/{id}/arrive`: Arrive. */
export class WorkOrderArriveBody extends ActBody {}

/** `POST /v1/work-orders/{id}/confirm`: Confirm on site. */
export class WorkOrderConfirmBody extends ActBody {
  @IsString() @MinLength(1) @MaxLength(2000) findings!: string;
}

/** `POST /v1/work-orders/{id}/quote`: Quote. */
export class WorkOrderQuoteBody extends ActBody {}

/** `POST /v1/work-orders/{id}/consent`: The customer agrees. */
export class WorkOrderConsentBody extends ActBody {}

/** `POST /v1/work-orders/{id}/start`: Start. */
export class WorkOrderStartBody extends ActBody {}

/** `POST /v1/work-orders/{id}/verify`: Verify a part. */
export class WorkOrderVerifyBody extends ActBody {
  @IsString() @MinLength(1) @MaxLength(100) sku!: string;
  @IsOptional() @IsSafeInteger() @Min(1) @Max(9999) qty?: number;
  @IsIn(['owner', 'centre']) suppliedBy!: 'owner' | 'centre';
  @IsIn(['qualified', 'unqualified']) verified!: 'qualified' | 'unqualified';
}

/** `POST /v1/work-orders/{id}/fit`: Fit a part. */
export class WorkOrderFitBody extends ActBody {
  @IsString() @MinLength(1) @MaxLength(100) sku!: string;
  @IsOptional() @IsSafeInteger() @Min(1) @Max(9999) qty?: number;
  @IsOptional() @IsIn(['owner', 'centre']) suppliedBy?: 'owner' | 'centre';
  @IsBoolean() fitted!: boolean;
}

/** `POST /v1/work-orders/{id}/fetch`: Fetch parts. */
export class WorkOrderFetchBody extends ActBody {}

/** `POST /v1/work-orders/{id}/complete`: Complete. */
export class WorkOrderCompleteBody extends ActBody {}

/** `POST /v1/work-orders/{id}/try-out`: Try out. */
export class WorkOrderTryOutBody extends ActBody {
  @IsIn(['good', 'not-good']) trial!: 'good' | 'not-good';
}

/** `POST /v1/work-orders/{id}/sign-off`: Sign off. */
export class WorkOrderSignOffBody extends ActBody {}

/** `POST /v1/work-orders/{id}/issue-receipt`: Issue the receipt. */
export class WorkOrderIssueReceiptBody extends ActBody {
  @IsString() @MinLength(1) @MaxLength(60) receipt!: string;
  @IsObject() @ValidateNested() @Type(() => MoneyBody) @LeastAmount(0) receiptAmount!: MoneyBody;
}

/** `POST /v1/work-orders/{id}/collect`: Collect. */
export class WorkOrderCollectBody extends ActBody {
  @IsObject() @ValidateNested() @Type(() => MoneyBody) @LeastAmount(0) collected!: MoneyBody;
  @IsOptional() @IsBoolean() ownerCopy?: boolean;
}

/** `POST /v1/work-orders/{id}/file`: File. */
export class WorkOrderFileBody extends ActBody {}

/** `POST /v1/work-orders/{id}/reschedule`: Reschedule. */
export class WorkOrderRescheduleBody extends ActBody {
  @IsInstant() appointedAt!: string;
  @IsString() @MinLength(1) @MaxLength(500) reason!: string;
}

/** `POST /v1/work-orders/{id}/nobody-home`: Nobody home. */
export class WorkOrderNobodyHomeBody extends ActBody {
  @IsString() @MinLength(1) @MaxLength(500) reason!: string;
}

/** `POST /v1/work-orders/{id}/take-back`: Take back. */
export class WorkOrderTakeBackBody extends ActBody {
  @IsString() @MinLength(1) @MaxLength(500) reason!: string;
}

/** `POST /v1/work-orders/{id}/bring-back`: Bring back. */
export class WorkOrderBringBackBody extends ActBody {}

/** `POST /v1/work-orders/{id}/need-return`: Ask for a return visit. */
export class WorkOrderNeedReturnBody extends ActBody {}

/** `POST /v1/work-orders/{id}/come-again`: Come again. */
export class WorkOrderComeAgainBody extends ActBody {}

/** `POST /v1/work-orders/{id}/decline`: Decline. */
export class WorkOrderDeclineBody extends ActBody {
  @IsString() @MinLength(1) @MaxLength(500) reason!: string;
}

/** `POST /v1/work-orders/{id}/cancel`: Cancel. */
export class WorkOrderCancelBody extends ActBody {
  @IsString() @MinLength(1) @MaxLength(500) reason!: string;
}
