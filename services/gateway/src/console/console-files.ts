import { existsSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import fastifyStatic, { type SetHeadersResponse } from '@fastify/static';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { Problem, sendProblem } from '#platform';
import { askAgain, keptForever, pageHeaders } from './page-headers.js';

const page = 'index.html';

/**
 * The built console below `/app/`, where it was built: its files, and its page for every other address
 * there, which the console itself understands. Addresses of assets that are gone stay 404, as no
 * browser must take a page for a script.
 */
@Injectable()
export class ConsoleFiles implements OnModuleInit {
  private readonly folder: string | undefined;

  constructor(
    @Inject(RUNTIME) private readonly runtime: ServiceRuntime,
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
  ) {
    const folder = runtime.config.consoleDir ?? builtConsole();
    this.folder = folder && existsSync(join(folder, page)) ? folder : undefined;
  }

  /** Whether this build has the console. */
  get isThere(): boolean {
    return this.folder !== undefined;
  }

  onModuleInit(): void {
    const { folder: root } = this;
    if (root === undefined) return;
    const { logger } = this.runtime;
    const assets = join(root, 'assets') + sep;
    const setHeaders = (response: SetHeadersResponse, path: string) => {
      for (const [name, value] of Object.entries(pageHeaders)) response.setHeader(name, value);
      response.setHeader('cache-control', path.startsWith(assets) ? keptForever : askAgain);
      response.setHeader('vary', 'accept-encoding');
    };
    const answerPage = (request: FastifyRequest, reply: FastifyReply) => {
      const isRead = request.method === 'GET' || request.method === 'HEAD';
      if (isRead && !request.url.startsWith('/app/assets/')) {
        return reply.code(200).sendFile(page);
      }
      return sendProblem(new Problem('not-found'), request, reply, logger);
    };
    const serve = async (scope: FastifyInstance) => {
      // Beside a file may lie the same compressed, as `main.js.br`: browsers that can take that.
      const options = { preCompressed: true, cacheControl: false, dotfiles: 'ignore' } as const;
      await scope.register(fastifyStatic, { root, setHeaders, ...options });
      scope.get('', answerPage);
      scope.setNotFoundHandler(answerPage);
      // An address that climbs out of the folder, or cannot be one of a file, is none.
      scope.setErrorHandler<{ statusCode?: number }>((error, request, reply) => {
        const isNone = (error.statusCode ?? 500) < 500;
        sendProblem(isNone ? new Problem('not-found') : error, request, reply, logger);
      });
    };
    // Waiting for it would begin the start of Fastify, which takes no error handler afterwards.
    void this.host.httpAdapter.getInstance<FastifyInstance>().register(serve, { prefix: '/app' });
  }
}

/** `dist/console` of the program, whether it runs from the sources or from `dist`. */
function builtConsole(): string | undefined {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return join(folder, 'dist', 'console');
    if (dirname(folder) === folder) return undefined;
  }
}
