import { ArrayMaxSize, IsArray, IsNotEmpty, IsObject, IsOptional, IsString, MaxLength } from 'class-validator';
import type { JsonObject } from '@huiyin/platform-http';

/** A change of the policy adopted last: what is left out stays, null takes away. */
export class PolicyChangeBody {
  /** Regulations in order; as a whole. */
  @IsOptional() @IsArray() @ArrayMaxSize(60) @IsString({ each: true }) @MaxLength(40, { each: true }) packs?: string[];
  /** `{ "s2.4.handOverLimit": "PT20M" }` */
  @IsOptional() @IsObject() overrides?: JsonObject;
  @IsOptional() @IsObject() calendar?: JsonObject;
  /** An instant, or a business date: from its beginning. Left out: from the adoption. */
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(40) inForceFrom?: string;
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(2_000) reason?: string;
}
