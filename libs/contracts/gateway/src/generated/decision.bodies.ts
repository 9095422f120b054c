// Generated from libs/gateway/domain/core.yaml by tools/generators. Edit that file and generate anew.
import { ArrayMaxSize, IsArray, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { ActBody, IsId } from '../body/index.ts';

/** `POST /v1/decisions`: Open. */
export class DecisionOpenBody extends ActBody {
  @IsString() @MinLength(1) @MaxLength(500) question!: string;
  @IsOptional() @IsId() aboutId?: string;
  @IsOptional() @IsId() subjectId?: string;
  @IsOptional() @IsId() assigneeId?: string;
  @IsOptional() @IsString() @MaxLength(60) rule?: string;
  @IsArray() @ArrayMaxSize(20) @IsString({ each: true }) @MaxLength(500, { each: true }) options!: string[];
}

/** `POST /v1/decisions/{id}/decide`: Decide. */
export class DecisionDecideBody extends ActBody {
  @IsString() @MinLength(1) @MaxLength(60) choice!: string;
  @IsOptional() @IsString() @MaxLength(2000) reason?: string;
}
