import { Body, Controller, Get, Inject, Put } from '@nestjs/common';
import { templatesBody, templatesPublishQuery } from '#contracts';
import type { TemplatesPublishQuery, TemplatesView } from '#contracts';
import { CurrentPrincipal, parseOrProblem, Roles, ZodQuery } from '#platform';
import type { Principal } from '#platform';
import { TemplateStore } from './template-store.js';

/** Approved wording of messages to the customer. */
@Controller('api/v1/message-templates')
@Roles('agent', 'supervisor', 'manager', 'admin')
export class TemplatesController {
  constructor(@Inject(TemplateStore) private readonly store: TemplateStore) {}

  @Get()
  get(): Promise<TemplatesView> {
    return this.store.view();
  }

  @Put()
  @Roles('supervisor', 'manager', 'admin')
  publish(
    @Body() body: unknown,
    @ZodQuery(templatesPublishQuery) { expectedVersion }: TemplatesPublishQuery,
    @CurrentPrincipal() { username }: Principal,
  ): Promise<TemplatesView> {
    return this.store.publish(parseOrProblem(templatesBody, body), username, expectedVersion);
  }
}
