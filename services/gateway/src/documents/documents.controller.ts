import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from '#platform';
import { ConsoleFiles } from '../console/console-files.js';
import { askAgain, pageHeaders } from '../console/page-headers.js';
import { descriptionOf } from './description-files.js';
import { frontPage } from './front-page.js';

const json = 'application/json; charset=utf-8';

/** What Clearline offers, for programs and for somebody who opens its address. */
@Controller()
export class DocumentsController {
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
  @Header('content-type', json)
  openapi(): Promise<string> {
    return descriptionOf('openapi.json');
  }

  @Get('api/v1/asyncapi.json')
  @Public()
  @Header('content-type', json)
  asyncapi(): Promise<string> {
    return descriptionOf('asyncapi.json');
  }
}
