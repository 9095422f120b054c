import { Controller, Get } from '@nestjs/common';
import type { Locale } from '@huiyin/platform-http';
import { ReaderLocale } from '../../callers/request-state.ts';
import { Regulations } from './regulations.service.ts';
import { writeRegulation } from './write-regulation.ts';

/** Regulations that can be adopted. */
@Controller('v1/regulations')
export class RegulationsController {
  constructor(private readonly regulations: Regulations) {}

  @Get()
  list(@ReaderLocale() locale: Locale) {
    return { items: this.regulations.ids().map((id) => writeRegulation(this.regulations.document(id), this.regulations.coverage(id), locale)), nextCursor: null };
  }
}
