import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsISO8601, IsInt, IsNotEmpty, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import type { Caller } from '../callers/caller.ts';
import { CurrentCaller } from '../callers/request-state.ts';
import { AdministratorRoute } from '../callers/route-access.ts';
import { ApiKeys } from './api-keys.service.ts';

export class IssueKeyBody {
  @IsString() @IsNotEmpty() @MaxLength(120) name!: string;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(20) @Matches(/^[a-z][a-z0-9-]{0,59}$/, { each: true }) roles!: string[];
  @IsOptional() @IsString() @MaxLength(120) place?: string;
  @IsOptional() @IsISO8601({ strict: true }) expiresAt?: string;
}

export class RotateKeyBody {
  /** How long the old key goes on working beside the new one. */
  @IsOptional() @IsInt() @Min(0) @Max(30 * 86_400) overlapSeconds?: number;
}

/** Keys of API clients; only administrators see and make them, and a secret is shown once. */
@AdministratorRoute()
@Controller('v1/api-keys')
export class ApiKeysController {
  constructor(private readonly keys: ApiKeys) {}

  @Post()
  issue(@CurrentCaller() caller: Caller, @Body() body: IssueKeyBody) {
    return this.keys.issue(caller, body);
  }

  @Get()
  async list(@CurrentCaller() caller: Caller) {
    return { items: await this.keys.list(caller.operator.id), nextCursor: null };
  }

  @Post(':id/rotate')
  rotate(@CurrentCaller() caller: Caller, @Param('id') id: string, @Body() body: RotateKeyBody) {
    return this.keys.rotate(caller, id, body.overlapSeconds);
  }

  @Delete(':id')
  @HttpCode(204)
  end(@CurrentCaller() caller: Caller, @Param('id') id: string) {
    return this.keys.end(caller.operator.id, id);
  }
}
