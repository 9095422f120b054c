import 'reflect-metadata';
import { Type } from 'class-transformer';
import { IsObject, IsOptional, IsString, MaxLength, MinLength, ValidateNested } from 'class-validator';
import { IsId } from './format-checks.ts';

/** A customer's word or signature, recorded by staff with what proves it. */
export class OnBehalfOfBody {
  @IsId() customerId!: string;
  @IsString() @MinLength(1) @MaxLength(500) evidence!: string;
}

/** What the body of every act may carry beside the fields of its kind. */
export abstract class ActBody {
  /** Fields that packs add, checked against the matter's policy. */
  @IsOptional() @IsObject() fields?: Readonly<Record<string, unknown>>;
  @IsOptional() @IsObject() @ValidateNested() @Type(() => OnBehalfOfBody) onBehalfOf?: OnBehalfOfBody;
}
