import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { repeatQuery } from '#contracts';
import type { RepeatsView } from '#contracts';
import { RUNTIME, type ServiceRuntime } from '#eventing';
import { parseOrProblem, Problem, Roles } from '#platform';
import { findPhoneErrors, normalisePhone } from '../domain/phone.js';
import { findEarlier } from './find-earlier.js';
import { judgeRepeats } from './judge-repeats.js';

const dayMs = 86_400_000;

/** What a complaint repeats, asked while it is taken. */
@Controller('api/v1/complaints/repeats')
@Roles('agent', 'supervisor', 'manager', 'admin')
export class RepeatsController {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  /** The text is read and forgotten. Numbers and codes go out, no one's words, so nobody's view is noted. */
  @Post()
  @HttpCode(200)
  async find(@Body() body: unknown): Promise<RepeatsView> {
    const { statement, customerId, phone, product, days } = parseOrProblem(repeatQuery, body);
    const errors = findPhoneErrors(phone, 'phone');
    if (errors.length > 0) throw new Problem('validation', { errors });
    const { database, clock, keys } = this.runtime;
    const earlier = await findEarlier(database, {
      customerId,
      lookupHash: phone === undefined ? undefined : keys.lookupHash(normalisePhone(phone)),
      since: new Date(clock.now() - days * dayMs),
    });
    return judgeRepeats({ statement, product }, earlier);
  }
}
