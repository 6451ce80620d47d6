import { Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { bulkCommandBody } from '#contracts';
import type { BulkCommandAnswer, BulkCommandBody } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { CurrentPrincipal, Problem, Roles, toProblem, ZodBody } from '#platform';
import type { Principal } from '#platform';
import { CASE_PARTS } from '../cases/case-parts.js';
import type { CaseParts } from '../cases/case-parts.js';
import { executeCommand, requireCommand } from '../cases/execute-command.js';

/** Below the five connections of the service's pool, so that handlers and timers go on beside it. */
const sideBySide = 3;

type Item = BulkCommandAnswer['items'][number];

/** One command for many cases. Each is a transaction of its own: what one refuses, the others still do. */
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
  ): Promise<BulkCommandAnswer> {
    requireCommand(command, principal);
    const items: Item[] = [];
    const queue = [...cases.entries()];
    const worker = async () => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const [index, asked] = next;
        items[index] = { index, ...(await this.answer(command, asked, body, principal)) };
      }
    };
    await Promise.all(Array.from({ length: sideBySide }, worker));
    return { items };
  }

  /** A case's own refusal is its answer; so is a failure of ours, without its content. */
  private async answer(
    command: string,
    { case: reference, expectedVersion }: BulkCommandBody['cases'][number],
    body: BulkCommandBody['body'],
    principal: Principal,
  ): Promise<Omit<Item, 'index'>> {
    const { runtime, parts } = this;
    const full = { ...body, ...(expectedVersion !== undefined && { expectedVersion }) };
    try {
      const { version } = await executeCommand(runtime, parts, reference, command, full, principal);
      return { case: reference, status: 200, version };
    } catch (error) {
      const problem = toProblem(error);
      if (!(error instanceof Problem))
        runtime.logger.error({ error, command }, 'bulk command failed');
      return { case: reference, status: problem.status, problem: problem.toBody() };
    }
  }
}
