import 'reflect-metadata';
import { IsArray, IsBoolean, IsIn, IsInt, IsISO8601, IsObject, IsOptional, IsString, MaxLength, Min } from 'class-validator';
import type { EngineEvent } from '@huiyin/regulation-engine';
import { SERVICE_NAMES } from './service-name.ts';
import type { ServiceName } from './service-name.ts';

/**
 * The one envelope of every event between services: CloudEvents 1.0 attributes and Huiyin's own.
 * Inside version 1 only optional fields are added.
 */
export class MatterEvent {
  @IsIn(['1.0']) specversion!: '1.0';
  /** `<aggregate>:<seq>`: unique, known before it is stored, the `Nats-Msg-Id`. */
  @IsString() @MaxLength(120) id!: string;
  /** `/services/<service>` */
  @IsString() source!: string;
  /** `huiyin.<kind>.<act>.v1` in kebab-case, e.g. `huiyin.work-order.take.v1`. */
  @IsString() @MaxLength(200) type!: string;
  /** Aggregate id. */
  @IsString() subject!: string;
  /** Real time of recording. */
  @IsISO8601() time!: string;
  @IsIn(['application/json']) datacontenttype!: 'application/json';

  @IsString() tenant!: string;
  @IsIn(SERVICE_NAMES as unknown as string[]) service!: ServiceName;
  @IsString() aggregate!: string;
  @IsString() kind!: string;
  @IsInt() @Min(1) seq!: number;
  /** The operator's instant. */
  @IsISO8601() now!: string;
  /** Hash of the policy it was decided under. */
  @IsString() policy!: string;
  /** The command or event that caused it. */
  @IsString() causationid!: string;
  @IsString() correlationid!: string;
  @IsOptional() @IsString() traceparent?: string;
  /** The operator's time is simulated and stands still between commands. */
  @IsOptional() @IsBoolean() simulated?: boolean;
  /** Reader tokens of the matter after this event. */
  @IsArray() @IsString({ each: true }) readers!: string[];
  /** What the engine concluded. */
  @IsObject() data!: EngineEvent;
}
