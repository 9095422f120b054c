import { IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

export class RebindBody {
  /** Hash of an adopted policy; left out: the one in force. */
  @IsOptional() @Matches(/^[0-9a-f]{64}$/) policy?: string;
  /** Why; only a preview does without. */
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(2_000) reason?: string;
}
