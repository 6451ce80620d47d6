import { Controller, Headers, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { bulkCommandBody } from '#contracts';
import type { BulkCommandAnswer, BulkCommandBody } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { CurrentPrincipal, Roles, ZodBody } from '#platform';
import type { Principal } from '#platform';
import { CASE_PARTS } from '../cases/case-parts.js';
import type { CaseParts } from '../cases/case-parts.js';
import { requireCommand } from '../cases/execute-command.js';
import { commandEach } from './command-each.js';

/** One command for many cases, with an answer for each. */
@Controller('api/v1/cases/commands')
@Roles('supervisor', 'manager', 'admin')
export class BulkCommandsController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: ServiceRuntime,
    @Inject(CASE_PARTS) private readonly parts: CaseParts,
  ) {}

  @Post(':command')
  @HttpCode(207)
  async command(
    @Param('command') command: string,
    @ZodBody(bulkCommandBody) { cases, body }: BulkCommandBody,
    @CurrentPrincipal() principal: Principal,
    @Headers('authorization') authorization = '',
  ): Promise<BulkCommandAnswer> {
    requireCommand(command, principal);
    const { runtime, parts } = this;
    const items = await commandEach(runtime, parts, command, cases, body, principal, authorization);
    return { items };
  }
}
