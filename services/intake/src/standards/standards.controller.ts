import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import {
  code,
  standardAnswerBody,
  standardPublishQuery,
  standardQuestion,
  standardVersionQuery,
} from '#contracts';
import type {
  StandardAnswerBody,
  StandardAnswersView,
  StandardAnswerView,
  StandardMatchesView,
  StandardPublishQuery,
  StandardQuestion,
  StandardVersionQuery,
  Tier,
} from '#contracts';
import { RUNTIME, type ServiceRuntime } from '#eventing';
import {
  CurrentPrincipal,
  parseOrProblem,
  Problem,
  Roles,
  ZodBody,
  ZodQuery,
  type Principal,
} from '#platform';
import { findCustomer } from '../customers/customer.repository.js';
import { actorOf, eventHeaders } from '../filing/read-filing.js';
import { matchStandards, wordingFor } from './match-standards.js';
import { publishStandard } from './publish-standard.js';
import { countAsked } from './question-rows.js';
import { readStandards, readVersions } from './standard-rows.js';
import { StandardShelf } from './standard-shelf.js';

/** 口径统一: types of questions, each with the one approved wording. */
@Controller('api/v1/standard-answers')
@Roles('agent', 'supervisor', 'manager', 'admin')
export class StandardsController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: ServiceRuntime,
    @Inject(StandardShelf) private readonly shelf: StandardShelf,
  ) {}

  @Get()
  async list(): Promise<StandardAnswersView> {
    const { database } = this.runtime;
    const [standards, asked] = await Promise.all([readStandards(database), countAsked(database)]);
    return { items: standards.map((one) => ({ ...one, asked: asked.get(one.code) ?? 0 })) };
  }

  @Post('find')
  @HttpCode(200)
  async find(@Body() body: unknown): Promise<StandardMatchesView> {
    const asked = parseOrProblem(standardQuestion, body);
    const tier = await this.tierOf(asked);
    const now = this.runtime.clock.now();
    const found = matchStandards(asked, await this.shelf.all());
    return {
      items: found.map(({ standard, value, terms }) => {
        const { code, version, name, answerable, promisedMinutes, owner } = standard;
        const { benefit = null, ...said } = wordingFor(standard, tier);
        return {
          ...{ code, version, name, answerable, owner, terms, similarity: value },
          ...{ ...said, benefit },
          promisedBy:
            promisedMinutes === undefined
              ? null
              : new Date(now + promisedMinutes * 60_000).toISOString(),
        };
      }),
    };
  }

  @Get(':code')
  async get(
    @Param('code') asked: string,
    @ZodQuery(standardVersionQuery) { version }: StandardVersionQuery,
  ): Promise<StandardAnswerView> {
    const { database } = this.runtime;
    const [standard] =
      version === undefined
        ? await readStandards(database, asked)
        : await readVersions(database, [{ code: asked, version }]);
    if (!standard) throw new Problem('not-found', { detail: 'no such standard answer' });
    return standard;
  }

  @Put(':code')
  @Roles('supervisor', 'manager', 'admin')
  async publish(
    @Param('code') name: string,
    @ZodBody(standardAnswerBody) body: StandardAnswerBody,
    @ZodQuery(standardPublishQuery) { expectedVersion }: StandardPublishQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<StandardAnswerView> {
    const { database, clock } = this.runtime;
    const publication = { code: parseOrProblem(code, name, 'code'), body, expectedVersion };
    const headers = eventHeaders(actorOf(principal));
    const publisher = { by: principal.username, headers, now: clock.now() };
    await database.transaction((tx) => publishStandard(tx, this.runtime, publication, publisher));
    return this.get(publication.code, {});
  }

  private async tierOf({ tier, customer }: StandardQuestion): Promise<Tier> {
    if (tier !== undefined || customer === undefined) return tier ?? 'standard';
    const found = await findCustomer(this.runtime.database, customer.id);
    if (found) return found.tier;
    const message = 'no such customer';
    const errors = [{ path: 'customer.id', rule: 'unknown-customer', message }];
    throw new Problem('validation', { errors });
  }
}
