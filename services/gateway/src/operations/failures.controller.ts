import { Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { failureDecision, failureQuery } from '#contracts';
import type { FailureDecision, FailureQuery } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { CurrentPrincipal, Problem, Roles, ZodBody, ZodQuery } from '#platform';
import type { Principal } from '#platform';
import { FailureBoard } from './failure-board.js';
import type { Decision, FailureKind, FailureList } from './failure-board.js';
import { recordAction } from './operator-actions.js';

interface Decided {
  dryRun: boolean;
  matched: number;
  /** Taken up; on a dry run, what would be. */
  accepted: number;
  refused: { id: string; rule: 'replayed-too-often' }[];
}

/** Dead letters and parked events, for the people who keep the pipeline running. */
@Controller('api/v1')
@Roles('manager', 'admin')
export class FailuresController {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  @Get('dlq')
  deadLetters(@ZodQuery(failureQuery) query: FailureQuery): Promise<FailureList> {
    return this.list('dlq', query);
  }

  @Get('parked')
  parked(@ZodQuery(failureQuery) query: FailureQuery): Promise<FailureList> {
    return this.list('parked', query);
  }

  @Post('dlq/:decision')
  @HttpCode(200)
  @Roles('admin')
  decideDeadLetters(
    @Param('decision') decision: string,
    @ZodBody(failureDecision) body: FailureDecision,
    @CurrentPrincipal() principal: Principal,
  ): Promise<Decided> {
    return this.decide('dlq', decision, body, principal);
  }

  @Post('parked/:decision')
  @HttpCode(200)
  @Roles('admin')
  decideParked(
    @Param('decision') decision: string,
    @ZodBody(failureDecision) body: FailureDecision,
    @CurrentPrincipal() principal: Principal,
  ): Promise<Decided> {
    return this.decide('parked', decision, body, principal);
  }

  private list(kind: FailureKind, query: FailureQuery): Promise<FailureList> {
    const { cursor, limit, ...filter } = query;
    return new FailureBoard(this.runtime.database, kind).list(filter, cursor, limit);
  }

  private async decide(
    kind: FailureKind,
    decision: string,
    { ids, filter, dryRun, perSecond, most }: FailureDecision,
    { username }: Principal,
  ): Promise<Decided> {
    if (decision !== 'redrive' && decision !== 'discard') {
      throw new Problem('not-found', { detail: `no such decision: redrive or discard` });
    }
    const { database } = this.runtime;
    const board = new FailureBoard(database, kind);
    const chosen = ids
      ? await board.find([...new Set(ids)])
      : await board.choose(filter ?? {}, most);
    // A discard ends the loop that the guard is against.
    const choices = decision === 'redrive' ? chosen : chosen.map((choice) => withRefused(choice));
    const refused = choices.flatMap((choice) => choice.refused);
    const matched = refused.length + choices.reduce((sum, choice) => sum + choice.ids.length, 0);
    let accepted = 0;
    for (const choice of choices) {
      if (choice.ids.length === 0) continue;
      if (dryRun) accepted += choice.ids.length;
      else
        accepted += await this.apply(
          board,
          kind,
          choice,
          decision,
          username,
          perSecond,
          ids ?? filter,
        );
    }
    return {
      dryRun,
      matched,
      accepted,
      refused: refused.map((id) => ({ id, rule: 'replayed-too-often' })),
    };
  }

  private apply(
    board: FailureBoard,
    kind: FailureKind,
    choice: Parameters<FailureBoard['decide']>[1],
    decision: Decision,
    actor: string,
    perSecond: number,
    selection: unknown,
  ): Promise<number> {
    const { service } = choice;
    return this.runtime.database.transaction(async (tx) => {
      const affected = await board.decide(tx, choice, decision, actor, perSecond);
      const action = `${kind}.${decision}`;
      await recordAction(tx, { actor, action, service, affected, selection }, Date.now());
      return affected;
    });
  }
}

function withRefused({ service, ids, refused }: Parameters<FailureBoard['decide']>[1]) {
  const numbers = refused.map((id) => id.slice(service.length + 1));
  return { service, ids: [...ids, ...numbers], refused: [] };
}
