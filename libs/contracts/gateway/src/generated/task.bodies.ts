// Generated from libs/gateway/domain/core.yaml by tools/generators. Edit that file and generate anew.
import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { ActBody, IsId } from '../body/index.ts';

/** `POST /v1/tasks`: Open. */
export class TaskOpenBody extends ActBody {
  @IsString() @MinLength(1) @MaxLength(500) what!: string;
  @IsOptional() @IsId() aboutId?: string;
  @IsOptional() @IsString() @MaxLength(60) rule?: string;
  @IsId() assigneeId!: string;
}

/** `POST /v1/tasks/{id}/pass`: Pass on. */
export class TaskPassBody extends ActBody {
  @IsOptional() @IsId() assigneeId?: string;
}

/** `POST /v1/tasks/{id}/do`: Do. */
export class TaskDoBody extends ActBody {
  @IsOptional() @IsString() @MaxLength(2000) result?: string;
}
