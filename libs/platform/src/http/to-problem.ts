import { HttpException } from '@nestjs/common';
import { ZodError } from 'zod';
import { Problem, zodProblem } from './problem.js';

/** Fastify, body parsers and undici name their errors; their texts may quote the request. */
const byCode: Record<string, () => Problem> = {
  FST_ERR_CTP_BODY_TOO_LARGE: () => new Problem('too-large', { detail: 'At most 4 MB a body' }),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () => new Problem('unsupported-media-type'),
  FST_ERR_CTP_EMPTY_JSON_BODY: () => malformed('The body is empty'),
  FST_ERR_CTP_INVALID_JSON_BODY: () => malformed('The body is not JSON'),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () => malformed('The body is not as long as announced'),
  FST_ERR_BAD_URL: () => new Problem('not-found'),
  ...Object.fromEntries(
    // The database is away: class 08, shutdowns, too many connections, and what sockets say.
    [
      'ECONNREFUSED',
      'ECONNRESET',
      'ETIMEDOUT',
      'ENOTFOUND',
      '08000',
      '08003',
      '08006',
      '57P01',
      '57P02',
      '57P03',
      '53300',
      // What took longer than it may: a transaction, one that waited for its client, and a statement.
      '25P03',
      '25P04',
      '57014',
    ].map((code) => [code, () => new Problem('unavailable')]),
  ),
};

const byStatus: Record<number, () => Problem> = {
  400: () => malformed('The request cannot be read'),
  401: () => new Problem('unauthenticated'),
  403: () => new Problem('forbidden'),
  404: () => new Problem('not-found'),
  405: () => new Problem('method-not-allowed'),
  408: () => malformed('The request took too long to arrive'),
  413: () => new Problem('too-large'),
  415: () => new Problem('unsupported-media-type'),
  422: () => new Problem('validation'),
  429: () => new Problem('rate-limited'),
  503: () => new Problem('unavailable'),
};

/**
 * Any thrown value as the problem a caller may see. What is not meant for callers becomes `internal`
 * (or `unavailable` when the database is away) with no word of the original, kept as `cause`.
 */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof ZodError) return zodProblem(error);
  if (error instanceof SyntaxError && 'statusCode' in error)
    return malformed('The body is not JSON');
  const status = error instanceof HttpException ? error.getStatus() : numberIn(error, 'statusCode');
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
  const make =
    (typeof code === 'string' ? byCode[code] : undefined) ??
    (status === undefined ? undefined : byStatus[status]);
  return make?.() ?? new Problem('internal', { cause: error });
}

function malformed(detail: string): Problem {
  return new Problem('validation', {
    detail,
    errors: [{ path: '', rule: 'malformed', message: detail }],
  });
}

function numberIn(error: unknown, field: 'statusCode'): number | undefined {
  if (typeof error !== 'object' || error === null || !(field in error)) return undefined;
  const value = (error as Record<string, unknown>)[field];
  return typeof value === 'number' ? value : undefined;
}
