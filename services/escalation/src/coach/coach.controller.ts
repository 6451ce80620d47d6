import { Body, Controller, Get, HttpCode, Inject, Post, Put } from '@nestjs/common';
import { coachBody, coachCheck, coachPublishQuery } from '#contracts';
import type { CoachAdvice, CoachPublishQuery, CoachView } from '#contracts';
import { CurrentPrincipal, parseOrProblem, Roles, ZodQuery } from '#platform';
import type { Principal } from '#platform';
import { CoachStore } from './coach-store.js';

/** Advice while an agent types: what is better said otherwise, what a text shows of a complaint. */
@Controller('api/v1/coach')
@Roles('agent', 'supervisor', 'manager', 'admin')
export class CoachController {
  constructor(@Inject(CoachStore) private readonly store: CoachStore) {}

  @Get()
  get(): Promise<CoachView> {
    return this.store.view();
  }

  @Put()
  @Roles('supervisor', 'manager', 'admin')
  publish(
    @Body() body: unknown,
    @ZodQuery(coachPublishQuery) { expectedVersion }: CoachPublishQuery,
    @CurrentPrincipal() { username }: Principal,
  ): Promise<CoachView> {
    return this.store.publish(parseOrProblem(coachBody, body), username, expectedVersion);
  }

  /** The text is read and forgotten: it may say anything about anybody. */
  @Post('check')
  @HttpCode(200)
  async check(@Body() body: unknown): Promise<CoachAdvice> {
    const { text, language } = parseOrProblem(coachCheck, body);
    return (await this.store.current()).advise(text, language);
  }
}
