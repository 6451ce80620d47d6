import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { asyncApiDocument, openApiDocument } from '#contracts';
import { Public } from '#platform';
import { ConsoleFiles } from '../console/console-files.js';
import { askAgain, pageHeaders } from '../console/page-headers.js';
import { frontPage } from './front-page.js';

const version = '0.1.0';

/** What Clearline offers, for programs and for somebody who opens its address. */
@Controller()
export class DocumentsController {
  private readonly openApi = openApiDocument(version);
  private readonly asyncApi = asyncApiDocument(version);

  constructor(@Inject(ConsoleFiles) private readonly files: ConsoleFiles) {}

  /** The console, or in a build without it a page that says what there is. */
  @Get()
  @Public()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', askAgain)
  async front(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    void reply.headers(pageHeaders);
    return (await this.files.readPage()) ?? frontPage;
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
