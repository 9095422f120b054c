import 'reflect-metadata';
import { IsIn } from 'class-validator';
import { IsSafeInteger } from './number-checks.ts';

/** Money as the API spells it: integer fen with its currency. */
export class MoneyBody {
  @IsSafeInteger() amount!: number;
  @IsIn(['CNY']) currency!: 'CNY';
}
