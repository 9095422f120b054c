// Generated from libs/gateway/domain/core.yaml by tools/generators. Edit that file and generate anew.
import { ArrayMaxSize, IsArray, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { ActBody } from '../body/index.ts';

/** `POST /v1/policies`: Adopt. */
export class PolicyAdoptBody extends ActBody {
  @IsArray() @ArrayMaxSize(60) @IsString({ each: true }) @MaxLength(500, { each: true }) packs!: string[];
  @IsOptional() @IsString() @MaxLength(100000) overrides?: string;
  @IsString() @MinLength(1) @MaxLength(100000) calendar!: string;
  @IsString() @MinLength(1) @MaxLength(64) hash!: string;
  @IsOptional() @IsString() @MaxLength(64) previous?: string;
}

/** `POST /v1/policies/{id}/supersede`: Supersede. */
export class PolicySupersedeBody extends ActBody {}
