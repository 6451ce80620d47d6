import type { FastifyReply } from 'fastify';

/**
 * Answers with server-sent events: from here on the caller writes them, and ends the response. undefined when
 * only the headers were asked for, which are sent.
 */
export function beginEventStream(reply: FastifyReply): FastifyReply['raw'] | undefined {
  reply.hijack();
  const response = reply.raw;
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    connection: 'keep-alive',
    'x-accel-buffering': 'no',
  });
  if (reply.request.method !== 'HEAD') return response;
  response.end();
  return undefined;
}
