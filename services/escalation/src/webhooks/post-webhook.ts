import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { isPublicAddress, literalAddress, lookupPublic, PrivateTarget } from './public-target.js';

/** A receiver that has not answered by then is treated as one that failed. */
export const answerWithinMs = 10_000;

export interface WebhookPost {
  url: string;
  headers: Record<string, string>;
  body: string;
  allowPrivate: boolean;
  signal: AbortSignal;
}

/**
 * Posts to a receiver and gives the status of its answer. Redirects are not followed: whoever moves a receiver
 * changes the subscription.
 * @throws PrivateTarget, an error with the system's `code`, or one with the code `timeout`
 */
export function postWebhook(post: WebhookPost): Promise<number> {
  const url = new URL(post.url);
  const literal = literalAddress(url);
  if (!post.allowPrivate && literal !== undefined && !isPublicAddress(literal)) {
    return Promise.reject(new PrivateTarget(`${literal} is not a public address`));
  }
  const tooLate = AbortSignal.timeout(answerWithinMs);
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? overHttps : overHttp)(url, {
      method: 'POST',
      headers: { ...post.headers, 'content-length': Buffer.byteLength(post.body) },
      signal: AbortSignal.any([post.signal, tooLate]),
      agent: false,
      ...(!post.allowPrivate && { lookup: lookupPublic }),
    });
    request.on('response', (response) => {
      // The status is all that counts; a long answer is not read to its end.
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    request.on('error', (error) => {
      reject(tooLate.aborted ? Object.assign(error, { code: 'timeout' }) : error);
    });
    request.end(post.body);
  });
}
