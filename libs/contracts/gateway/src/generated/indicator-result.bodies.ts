// Generated from libs/gateway/domain/core.yaml by tools/generators. Edit that file and generate anew.
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsNumber, IsObject, IsOptional, IsString, MaxLength, MinLength, ValidateNested } from 'class-validator';
import { ActBody, IsInstant, IsSafeInteger, MoneyBody } from '../body/index.ts';

export class IndicatorResultScoresLineBody {
  @IsString() @MinLength(1) @MaxLength(100) subject!: string;
  @IsOptional() @IsNumber() value?: number;
  @IsOptional() @IsNumber() target?: number;
  @IsOptional() @IsBoolean() reached?: boolean;
  @IsOptional() @IsSafeInteger() rank?: number;
  @IsOptional() @IsNumber() points?: number;
  @IsOptional() @IsObject() @ValidateNested() @Type(() => MoneyBody) pay?: MoneyBody;
  @IsOptional() @IsObject() @ValidateNested() @Type(() => MoneyBody) share?: MoneyBody;
  @IsOptional() @IsString() @MaxLength(20000) said?: string;
  @IsOptional() @IsString() @MaxLength(20000) item?: string;
  @IsOptional() @IsString() @MaxLength(20000) rule?: string;
}

/** `POST /v1/indicator-results`: Close. */
export class IndicatorResultCloseBody extends ActBody {
  @IsString() @MinLength(1) @MaxLength(60) indicator!: string;
  @IsString() @MinLength(1) @MaxLength(300) item!: string;
  @IsOptional() @IsString() @MaxLength(60) rule?: string;
  @IsInstant() start!: string;
  @IsInstant() end!: string;
  @IsOptional() @IsArray() @ArrayMaxSize(1000) @ValidateNested({ each: true }) @Type(() => IndicatorResultScoresLineBody) scores?: IndicatorResultScoresLineBody[];
  @IsOptional() @IsInstant() appealUntil?: string;
}

/** `POST /v1/indicator-results/{id}/correct`: Correct. */
export class IndicatorResultCorrectBody extends ActBody {
  @IsOptional() @IsArray() @ArrayMaxSize(1000) @ValidateNested({ each: true }) @Type(() => IndicatorResultScoresLineBody) scores?: IndicatorResultScoresLineBody[];
  @IsOptional() @IsString() @MaxLength(2000) reason?: string;
}

/** `POST /v1/indicator-results/{id}/appeal`: Appeal. */
export class IndicatorResultAppealBody extends ActBody {
  @IsString() @MinLength(1) @MaxLength(2000) reason!: string;
}
