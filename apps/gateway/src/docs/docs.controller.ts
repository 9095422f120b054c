import { Controller, Get, Header } from '@nestjs/common';
import { problem } from '@huiyin/platform-http';
import { OpenRoute } from '../callers/route-access.ts';
import { docsPage } from './docs-page.ts';
import { readOpenApi } from './openapi-file.ts';

@OpenRoute()
@Controller()
export class DocsController {
  @Get('v1/openapi.json')
  async openApi() {
    const document = await readOpenApi();
    if (!document) throw problem('not-found');
    return document;
  }

  @Get('docs')
  @Header('content-type', 'text/html; charset=utf-8')
  async page(): Promise<string> {
    return docsPage(await readOpenApi());
  }
}
