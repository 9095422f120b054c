// Generated from libs/intake/domain/core.yaml by tools/generators. Edit that file and generate anew.
import { IsBoolean, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { ActBody } from '@huiyin/contracts-gateway';

/** `POST /v1/price-items`: List. */
export class PriceItemListBody extends ActBody {
  @IsString() @MinLength(1) @MaxLength(40) code!: string;
  @IsString() @MinLength(1) @MaxLength(200) name!: string;
  @IsString() @MinLength(1) @MaxLength(60) trade!: string;
  @IsOptional() @IsBoolean() inCatalogue?: boolean;
}

/** `POST /v1/price-items/{id}/change`: Change. */
export class PriceItemChangeBody extends ActBody {
  @IsOptional() @IsString() @MaxLength(200) name?: string;
  @IsOptional() @IsString() @MaxLength(60) trade?: string;
  @IsOptional() @IsBoolean() inCatalogue?: boolean;
}

/** `POST /v1/price-items/{id}/withdraw`: Withdraw. */
export class PriceItemWithdrawBody extends ActBody {}
