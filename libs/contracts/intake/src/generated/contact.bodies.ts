// Generated from libs/intake/domain/core.yaml by tools/generators. Edit that file and generate anew.
import { IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { ActBody, IsId } from '@huiyin/contracts-gateway';

/** `POST /v1/contacts`: Record. */
export class ContactRecordBody extends ActBody {
  @IsOptional() @IsId() customerId?: string;
  @IsIn(['verbal', 'phone', 'portal', 'email', 'letter']) channel!: 'verbal' | 'phone' | 'portal' | 'email' | 'letter';
  @IsString() @MinLength(1) @MaxLength(2000) description!: string;
  @IsOptional() @IsString() @MaxLength(40) phone?: string;
}

/** `POST /v1/contacts/{id}/answer`: Answer. */
export class ContactAnswerBody extends ActBody {
  @IsString() @MinLength(1) @MaxLength(2000) answerText!: string;
}
