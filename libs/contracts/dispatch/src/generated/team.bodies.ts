// Generated from libs/dispatch/domain/core.yaml by tools/generators. Edit that file and generate anew.
import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { ActBody } from '@huiyin/contracts-gateway';

/** `POST /v1/teams`: Form. */
export class TeamFormBody extends ActBody {
  @IsString() @MinLength(1) @MaxLength(40) code!: string;
  @IsString() @MinLength(1) @MaxLength(120) name!: string;
  @IsString() @MinLength(1) @MaxLength(60) trade!: string;
}

/** `POST /v1/teams/{id}/change`: Change. */
export class TeamChangeBody extends ActBody {
  @IsOptional() @IsString() @MaxLength(120) name?: string;
  @IsOptional() @IsString() @MaxLength(60) trade?: string;
}

/** `POST /v1/teams/{id}/dissolve`: Dissolve. */
export class TeamDissolveBody extends ActBody {}
