// Generated from libs/gateway/domain/core.yaml by tools/generators. Edit that file and generate anew.
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsNumber, IsOptional, IsString, MaxLength, MinLength, ValidateNested } from 'class-validator';
import { ActBody, IsId, IsInstant } from '../body/index.ts';

export class ThresholdKeyLineBody {
  @IsString() @MinLength(1) @MaxLength(100) name!: string;
  @IsOptional() @IsString() @MaxLength(20000) text?: string;
  @IsOptional() @IsNumber() number?: number;
  @IsOptional() @IsBoolean() flag?: boolean;
}

/** `POST /v1/thresholds`: Reach. */
export class ThresholdReachBody extends ActBody {
  @IsString() @MinLength(1) @MaxLength(300) item!: string;
  @IsString() @MinLength(1) @MaxLength(60) query!: string;
  @IsOptional() @IsArray() @ArrayMaxSize(9) @ValidateNested({ each: true }) @Type(() => ThresholdKeyLineBody) key?: ThresholdKeyLineBody[];
  @IsOptional() @IsId() subjectId?: string;
  @IsNumber() count!: number;
  @IsNumber() limit!: number;
  @IsOptional() @IsInstant() start?: string;
  @IsOptional() @IsInstant() end?: string;
  @IsOptional() @IsString() @MaxLength(60) rule?: string;
}
