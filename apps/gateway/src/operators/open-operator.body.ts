import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsISO8601, IsNotEmpty, IsObject, IsOptional, IsString, Matches, MaxLength, MinLength, ValidateNested } from 'class-validator';
import { IsCalendarDays, IsZone } from './zone.validator.ts';

export class CredentialsBody {
  @IsString() @IsNotEmpty() @MaxLength(120) login!: string;
  @IsString() @MinLength(8) @MaxLength(200) password!: string;
}

export class CalendarBody {
  /** Local opening hours, Monday to Friday: `08:30-12:00,13:30-17:30`. */
  @IsOptional() @IsString() @Matches(/^\d{2}:\d{2}-\d{2}:\d{2}(,\d{2}:\d{2}-\d{2}:\d{2}){0,5}$/) hours?: string;
  @IsOptional() @IsString() @Matches(/^[A-Z]{2}$/) country?: string;
  /** Own exceptions by date: `off`, `work` or hours. */
  @IsOptional() @IsObject() @IsCalendarDays() days?: Record<string, string>;
}

export class AdministratorBody {
  @IsString() @IsNotEmpty() @MaxLength(120) name!: string;
  @IsOptional() @ValidateNested() @Type(() => CredentialsBody) account?: CredentialsBody;
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(120) login?: string;
  @IsOptional() @IsString() @MinLength(8) @MaxLength(200) password?: string;
}

export class OpenOperatorBody {
  @IsString() @IsNotEmpty() @MaxLength(120) name!: string;
  @IsString() @IsZone() zone!: string;
  @IsArray() @ArrayMaxSize(60) @IsString({ each: true }) @MaxLength(40, { each: true }) packs!: string[];
  @IsOptional() @IsObject() overrides?: Record<string, unknown>;
  @IsOptional() @ValidateNested() @Type(() => CalendarBody) calendar?: CalendarBody;
  @IsOptional() @IsBoolean() simulated?: boolean;
  /** Where a simulated operator's clock begins. */
  @IsOptional() @IsISO8601({ strict: true }) now?: string;
  @ValidateNested() @Type(() => AdministratorBody) administrator!: AdministratorBody;
}
