import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsNotEmpty, IsObject, IsOptional, IsString, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import type { JsonObject } from '@huiyin/platform-http';

const WORD = /^[a-z][A-Za-z0-9]*(?:-[a-z0-9]+)*$/;

/** Who would act: by roles alone, or with what the directory would know of him. */
export class EvaluatedActor {
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(60) id?: string;
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(60) role?: string;
  @IsOptional() @IsArray() @ArrayMaxSize(20) @IsString({ each: true }) @MaxLength(60, { each: true }) roles?: string[];
  @IsOptional() @IsString() @MaxLength(120) place?: string;
  @IsOptional() @IsString() @MaxLength(120) department?: string;
  @IsOptional() @IsInt() @Min(0) @Max(20) rank?: number;
  @IsOptional() @IsArray() @ArrayMaxSize(20) @IsString({ each: true }) teams?: string[];
  @IsOptional() @IsArray() @ArrayMaxSize(20) @IsString({ each: true }) leads?: string[];
  @IsOptional() @IsArray() @ArrayMaxSize(50) @IsString({ each: true }) qualifications?: string[];
}

/** A matter as it is supposed to be; its facts as the API spells them. */
export class GivenMatter {
  @IsOptional() @Matches(WORD) @MaxLength(60) kind?: string;
  @IsOptional() @Matches(WORD) @MaxLength(60) state?: string;
  @IsOptional() @IsString() @MaxLength(40) openedAt?: string;
  /** The regulation that governs it; left out: the first that may. */
  @IsOptional() @IsString() @MaxLength(40) governor?: string;
  /** Core fields at the top, those of regulations under `fields`. */
  @IsOptional() @IsObject() facts?: JsonObject;
  /** Acts that were done: `{ "take": "2026-10-09T12:15:00+08:00" }`. */
  @IsOptional() @IsObject() did?: JsonObject;
}

/** An act before the one that is asked about. */
export class EarlierAct {
  @Matches(WORD) @MaxLength(60) act!: string;
  @IsOptional() @IsObject() input?: JsonObject;
  @IsOptional() @ValidateNested() @Type(() => EvaluatedActor) actor?: EvaluatedActor;
  @IsOptional() @IsString() @MaxLength(40) now?: string;
}

export class EvaluatePolicyBody {
  /** Hash; left out: the policy in force. */
  @IsOptional() @Matches(/^[0-9a-f]{64}$/) policy?: string;
  @Matches(WORD) @MaxLength(60) kind!: string;
  /** A decision: would this act be allowed, and what would come of it? */
  @IsOptional() @Matches(WORD) @MaxLength(60) act?: string;
  /** A table: what would this fact be, and why? */
  @IsOptional() @Matches(WORD) @MaxLength(60) fact?: string;
  /** A promise: when would it be due, and why? */
  @IsOptional() @Matches(WORD) @MaxLength(60) step?: string;
  @IsOptional() @ValidateNested() @Type(() => GivenMatter) matter?: GivenMatter;
  /** Matters that the facts link to, by the name of the link: `{ "requestId": { … } }`. */
  @IsOptional() @IsObject() links?: JsonObject;
  @IsOptional() @IsArray() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => EarlierAct) earlier?: EarlierAct[];
  @IsOptional() @IsObject() input?: JsonObject;
  @IsOptional() @ValidateNested() @Type(() => EvaluatedActor) actor?: EvaluatedActor;
  @IsOptional() @IsString() @MaxLength(40) now?: string;
}
