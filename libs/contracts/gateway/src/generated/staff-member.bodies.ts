// Generated from libs/gateway/domain/core.yaml by tools/generators. Edit that file and generate anew.
import { ArrayMaxSize, IsArray, IsOptional, IsString, Max, MaxLength, Min, MinLength } from 'class-validator';
import { ActBody, IsId, IsInstant, IsSafeInteger } from '../body/index.ts';

/** `POST /v1/staff-members`: Hire. */
export class StaffMemberHireBody extends ActBody {
  @IsString() @MinLength(1) @MaxLength(120) name!: string;
  @IsArray() @ArrayMaxSize(20) @IsString({ each: true }) @MaxLength(500, { each: true }) roles!: string[];
  @IsOptional() @IsString() @MaxLength(120) place?: string;
  @IsOptional() @IsString() @MaxLength(120) department?: string;
  @IsOptional() @IsSafeInteger() @Min(0) @Max(20) rank?: number;
  @IsOptional() @IsId() superiorId?: string;
  @IsOptional() @IsArray() @ArrayMaxSize(20) @IsString({ each: true }) @MaxLength(500, { each: true }) teams?: string[];
  @IsOptional() @IsArray() @ArrayMaxSize(20) @IsString({ each: true }) @MaxLength(500, { each: true }) leads?: string[];
  @IsOptional() @IsArray() @ArrayMaxSize(50) @IsString({ each: true }) @MaxLength(500, { each: true }) qualifications?: string[];
  @IsOptional() @IsInstant() joined?: string;
  @IsOptional() @IsString() @MaxLength(40) shift?: string;
  @IsOptional() @IsString() @MaxLength(40) phone?: string;
}

/** `POST /v1/staff-members/{id}/change`: Change. */
export class StaffMemberChangeBody extends ActBody {
  @IsOptional() @IsString() @MaxLength(120) name?: string;
  @IsOptional() @IsArray() @ArrayMaxSize(20) @IsString({ each: true }) @MaxLength(500, { each: true }) roles?: string[];
  @IsOptional() @IsString() @MaxLength(120) place?: string;
  @IsOptional() @IsString() @MaxLength(120) department?: string;
  @IsOptional() @IsSafeInteger() @Min(0) @Max(20) rank?: number;
  @IsOptional() @IsId() superiorId?: string;
  @IsOptional() @IsArray() @ArrayMaxSize(20) @IsString({ each: true }) @MaxLength(500, { each: true }) teams?: string[];
  @IsOptional() @IsArray() @ArrayMaxSize(20) @IsString({ each: true }) @MaxLength(500, { each: true }) leads?: string[];
  @IsOptional() @IsArray() @ArrayMaxSize(50) @IsString({ each: true }) @MaxLength(500, { each: true }) qualifications?: string[];
  @IsOptional() @IsInstant() joined?: string;
  @IsOptional() @IsString() @MaxLength(40) shift?: string;
  @IsOptional() @IsString() @MaxLength(40) phone?: string;
}

/** `POST /v1/staff-members/{id}/absent`: Record an absence. */
export class StaffMemberAbsentBody extends ActBody {
  @IsString() @MinLength(1) @MaxLength(100) id!: string;
  @IsInstant() from!: string;
  @IsInstant() to!: string;
  @IsOptional() @IsId() deputyId?: string;
}

/** `POST /v1/staff-members/{id}/leave`: Leave. */
export class StaffMemberLeaveBody extends ActBody {}
