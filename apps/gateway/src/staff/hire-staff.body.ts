import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsNotEmpty, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { CredentialsBody } from '../operators/open-operator.body.ts';

/** What `/v1/staff` takes beyond the fields of the kind itself: short forms and an account. */
export class StaffShortForms {
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(60) role?: string;
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(60) team?: string;
  @IsOptional() @IsArray() @ArrayMaxSize(50) @IsString({ each: true }) qualified?: string[];
  @IsOptional() @ValidateNested() @Type(() => CredentialsBody) account?: CredentialsBody;
}

export const SHORT_FORMS = ['role', 'team', 'qualified', 'account'] as const;
