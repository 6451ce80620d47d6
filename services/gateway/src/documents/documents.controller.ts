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

  /** The way to the console, which knows only addresses of its own; without one a page that says what there is. */
  @Get()
  @Public()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', askAgain)
  front(@Res({ passthrough: true }) reply: FastifyReply): string {
    void reply.headers(pageHeaders);
    if (this.files.isThere) void reply.status(302).header('location', '/app/');
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
