import { Injectable, ValidationPipe } from '@nestjs/common';
import { problem } from '../problem/problem-error.ts';
import { faultsOfClass } from './class-faults.ts';

/** Checks bodies of routes with a class of their own; unknown fields are refused by name, every fault is listed. */
@Injectable()
export class BodyPipe extends ValidationPipe {
  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      transform: true,
      stopAtFirstError: false,
      exceptionFactory: (errors) => problem('invalid', { errors: faultsOfClass(errors) }),
    });
  }
}
