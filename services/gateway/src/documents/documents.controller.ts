import { Controller, Get, Header } from '@nestjs/common';
import { asyncApiDocument, openApiDocument } from '#contracts';
import { Public } from '#platform';
import { frontPage } from './front-page.js';

const version = '0.1.0';

/** What Clearline offers, for programs and for somebody who opens its address. */
@Controller()
export class DocumentsController {
  private readonly openApi = openApiDocument(version);
  private readonly asyncApi = asyncApiDocument(version);

  @Get()
  @Public()
  @Header('content-type', 'text/html; charset=utf-8')
  front(): string {
    return frontPage;
  }

  @Get('api/v1/openapi.json')
  @Public()
  openapi(): Record<string, unknown> {
    return this.openApi;
  }

  @Get('api/v1/asyncapi.json')
  @Public()
  asyncapi(): Record<string, unknown> {
    return this.asyncApi;
  }
}
