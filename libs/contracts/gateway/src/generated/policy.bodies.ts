// Generated from libs/gateway/domain/core.yaml by tools/generators. Edit that file and generate anew.
import { ArrayMaxSize, IsArray, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { ActBody, IsId, IsInstant } from '../body/index.ts';

/** `POST /v1/policies`: Found. */
export class PolicyFoundBody extends ActBody {
  @IsOptional() @IsArray() @ArrayMaxSize(60) @IsString({ each: true }) @MaxLength(500, { each: true }) packs?: string[];
  @IsOptional() @IsString() @MaxLength(100000) overrides?: string;
  @IsString() @MinLength(1) @MaxLength(100000) calendar!: string;
  @IsString() @MinLength(1) @MaxLength(64) hash!: string;
}

/** `POST /v1/policies`: Draft a change. */
export class PolicyDraftBody extends ActBody {
  @IsOptional() @IsArray() @ArrayMaxSize(60) @IsString({ each: true }) @MaxLength(500, { each: true }) packs?: string[];
  @IsOptional() @IsString() @MaxLength(100000) overrides?: string;
  @IsString() @MinLength(1) @MaxLength(100000) calendar!: string;
  @IsString() @MinLength(1) @MaxLength(64) hash!: string;
  @IsId() baseId!: string;
  @IsString() @MinLength(1) @MaxLength(64) previous!: string;
  @IsOptional() @IsInstant() inForceFrom?: string;
  @IsOptional() @IsString() @MaxLength(2000) reason?: string;
}

/** `POST /v1/policies/{id}/consent`: Consent. */
export class PolicyConsentBody extends ActBody {
  @IsOptional() @IsString() @MaxLength(2000) reason?: string;
}

/** `POST /v1/policies/{id}/adopt`: Adopt. */
export class PolicyAdoptBody extends ActBody {}

/** `POST /v1/policies/{id}/withdraw`: Withdraw. */
export class PolicyWithdrawBody extends ActBody {
  @IsOptional() @IsString() @MaxLength(2000) reason?: string;
}
