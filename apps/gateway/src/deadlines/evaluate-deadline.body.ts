import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsNotEmpty, IsObject, IsOptional, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';
import type { JsonObject } from '@huiyin/platform-http';
import { GivenMatter } from '../policies/evaluate/evaluate-policy.body.ts';

const MOST_EVENTS = 500;

/** What happened to the clock. */
export class ClockEvent {
  @IsIn(['pause', 'resume', 'restart', 'extend', 'stop', 'cancel']) type!: 'pause' | 'resume' | 'restart' | 'extend' | 'stop' | 'cancel';
  @IsString() @MaxLength(40) at!: string;
  /** Of an extension: by how much. */
  @IsOptional() @IsString() @MaxLength(80) by?: string;
  @IsOptional() @IsIn(['due', 'start']) of?: 'due' | 'start';
  @IsOptional() @IsString() @MaxLength(200) reason?: string;
}

export class EvaluateDeadlineBody {
  /** Hash; left out: the policy in force. */
  @IsOptional() @Matches(/^[0-9a-f]{64}$/) policy?: string;
  /** A limit of the deadline language; several: the earliest. `PT30M`, `P5WD at 17:30`, `day 10 of next month`. */
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value))
  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(10) @IsString({ each: true }) @IsNotEmpty({ each: true }) @MaxLength(80, { each: true }) due?: string[];
  /** A rule that promises something by a time: `s2.4/11`. */
  @IsOptional() @IsString() @Matches(/^[a-z0-9.-]{1,40}\/[A-Za-z0-9./-]{1,40}$/) rule?: string;
  /** Of the rule's promises only this one. */
  @IsOptional() @IsString() @MaxLength(60) step?: string;
  /** An instant, or a date: from its beginning. */
  @IsString() @IsNotEmpty() @MaxLength(40) start!: string;
  @IsOptional() @IsIn(['none', 'forward', 'back']) roll?: 'none' | 'forward' | 'back';
  @IsOptional() @IsIn(['nonWorking', 'weekend', 'holiday']) rollOn?: 'nonWorking' | 'weekend' | 'holiday';
  @IsOptional() @IsIn(['excluded', 'included']) firstDay?: 'excluded' | 'included';
  @IsOptional() @Matches(/^(?:start|24:00|(?:[01]\d|2[0-3]):[0-5]\d)$/) hour?: string;
  @IsOptional() @IsArray() @ArrayMaxSize(MOST_EVENTS) @ValidateNested({ each: true }) @Type(() => ClockEvent) events?: ClockEvent[];
  /** When it is looked at; left out: after the last of its events. */
  @IsOptional() @IsString() @MaxLength(40) asOf?: string;
  /** In place of members of the operator's own calendar. */
  @IsOptional() @IsObject() calendar?: JsonObject;
  /** What the promise may read of its matter. */
  @IsOptional() @ValidateNested() @Type(() => GivenMatter) matter?: GivenMatter;
}
