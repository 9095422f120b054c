// Generated from libs/intake/domain/core.yaml by tools/generators. Edit that file and generate anew.
import { IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { ActBody } from '@huiyin/contracts-gateway';

/** `POST /v1/customers`: Register. */
export class CustomerRegisterBody extends ActBody {
  @IsString() @MinLength(1) @MaxLength(120) name!: string;
  @IsOptional() @IsString() @MaxLength(40) phone?: string;
  @IsIn(['owner', 'tenant', 'other']) relation!: 'owner' | 'tenant' | 'other';
  @IsOptional() @IsString() @MaxLength(120) place?: string;
  @IsOptional() @IsString() @MaxLength(60) room?: string;
  @IsOptional() @IsString() @MaxLength(120) account?: string;
}

/** `POST /v1/customers/{id}/change`: Change. */
export class CustomerChangeBody extends ActBody {
  @IsOptional() @IsString() @MaxLength(120) name?: string;
  @IsOptional() @IsString() @MaxLength(40) phone?: string;
  @IsOptional() @IsIn(['owner', 'tenant', 'other']) relation?: 'owner' | 'tenant' | 'other';
  @IsOptional() @IsString() @MaxLength(120) place?: string;
  @IsOptional() @IsString() @MaxLength(60) room?: string;
  @IsOptional() @IsString() @MaxLength(120) account?: string;
}

/** `POST /v1/customers/{id}/withdraw`: Withdraw. */
export class CustomerWithdrawBody extends ActBody {}
