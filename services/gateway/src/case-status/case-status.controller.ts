import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { caseStatusBody } from '#contracts';
import type { CaseStatusBody, CaseStatusView, CaseView } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { Problem, Public, TokenIssuer, ZodBody } from '#platform';
import type { Principal } from '#platform';
import { countTries } from './count-tries.js';

/** Four digits are guessed in 10 000 tries: that takes weeks at this many an hour. */
const triesPerNumber = 10;
/** A family or an office may share an address. */
const triesPerAddress = 120;
const answerMs = 5_000;
const tokenSeconds = 60;

/** The edge asks on behalf of customers, who have no account. */
const asker: Principal = {
  sub: 'case-status',
  username: 'case-status',
  roles: ['agent'],
  kind: 'api-key',
};

/** "Where is my case?", for customers. */
@Controller('api/v1/case-status')
export class CaseStatusController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: ServiceRuntime,
    @Inject(TokenIssuer) private readonly issuer: TokenIssuer,
  ) {}

  @Post()
  @Public()
  @HttpCode(200)
  async ask(
    @ZodBody(caseStatusBody) { number, phoneLastFour }: CaseStatusBody,
    @Req() { ip }: FastifyRequest,
  ): Promise<CaseStatusView> {
    const { database, keys } = this.runtime;
    // Before anything is looked up, so that a limit says nothing about whether the case exists.
    const subjects = [
      { hash: keys.lookupHash(asDigits(`number ${number}`)), limit: triesPerNumber },
      { hash: keys.lookupHash(asDigits(`address ${ip}`)), limit: triesPerAddress },
    ];
    await countTries(database, subjects, Date.now());
    const until = AbortSignal.any([AbortSignal.timeout(answerMs), this.runtime.signal.ended]);
    const caller = `/api/v1/complaints/${number}/caller?phoneLastFour=${phoneLastFour}`;
    if (!(await this.get('intake', caller, until))) {
      throw new Problem('not-found', { detail: 'no case has this number and this phone' });
    }
    const found = await this.get('escalation', `/api/v1/cases/${number}`, until);
    if (!found) throw new Problem('unavailable', { detail: 'the case is being opened' });
    return toStatus(found as CaseView);
  }

  /** What a service answers; undefined where it has no such thing. */
  private async get(service: string, path: string, until: AbortSignal): Promise<unknown> {
    const authorization = `Bearer ${await this.issuer.issue(asker, tokenSeconds)}`;
    const { peers } = this.runtime;
    const failed = (cause?: unknown) =>
      new Problem('unavailable', { detail: `${service} does not answer`, cause });
    const { status, body } = await peers
      .get(service, path, authorization, until)
      .catch((error: unknown) => Promise.reject(failed(error)));
    if (status === 404) return undefined;
    if (status !== 200) throw failed();
    return body;
  }
}

/** The keyed hash is made for phones and takes digits alone: these are the whole text's, far longer than a phone. */
function asDigits(text: string): string {
  return BigInt(`0x1${Buffer.from(text).toString('hex')}`).toString();
}

function toStatus({ number, stage, status, receivedAt, clocks, rulingClock }: CaseView) {
  const ruling = clocks.find(({ clockId }) => clockId === rulingClock);
  return { number, stage, status, receivedAt, nextDueAt: ruling?.dueAt ?? null };
}
