// Generated from libs/gateway/domain/core.yaml by tools/generators. Edit that file and generate anew.
import { IsBoolean, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { ActBody } from '../body/index.ts';

/** `POST /v1/operators`: Open. */
export class OperatorOpenBody extends ActBody {
  @IsString() @MinLength(1) @MaxLength(120) name!: string;
  @IsString() @MinLength(1) @MaxLength(60) zone!: string;
  @IsOptional() @IsBoolean() simulated?: boolean;
}

/** `POST /v1/operators/{id}/change`: Change. */
export class OperatorChangeBody extends ActBody {
  @IsOptional() @IsString() @MaxLength(120) name?: string;
}
