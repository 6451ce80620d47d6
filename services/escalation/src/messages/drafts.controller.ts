import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Put } from '@nestjs/common';
import { draftBody, draftDropQuery } from '#contracts';
import type { DraftDropQuery, DraftKeptView, DraftView } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { CurrentPrincipal, parseOrProblem, Problem, Roles, ZodQuery } from '#platform';
import type { Principal } from '#platform';
import { accessOf } from '../access/access-of.js';
import { getCase } from '../cases/case-queries.js';
import type { StoredCase } from '../cases/case-queries.js';
import { CoachStore } from '../coach/coach-store.js';
import { dropDraft, readDraft, saveDraft } from './draft-rows.js';

/** What somebody writes to a customer and has not sent; nobody else reads it. */
@Controller('api/v1/cases/:id/draft')
@Roles('agent', 'supervisor', 'manager', 'admin')
export class DraftsController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: ServiceRuntime,
    @Inject(CoachStore) private readonly coach: CoachStore,
  ) {}

  @Get()
  async get(@Param('id') id: string, @CurrentPrincipal() principal: Principal): Promise<DraftView> {
    const { state } = await this.seen(id, principal);
    const draft = await readDraft(
      this.runtime,
      this.runtime.database,
      state.id,
      principal.username,
    );
    if (!draft) throw new Problem('not-found', { detail: 'no draft is kept' });
    return draft;
  }

  @Put()
  async save(
    @Param('id') id: string,
    @Body() body: unknown,
    @CurrentPrincipal() principal: Principal,
  ): Promise<DraftKeptView> {
    const draft = parseOrProblem(draftBody, body);
    const { state } = await this.seen(id, principal);
    const { database } = this.runtime;
    const kept = await database.transaction(async (tx) => {
      await saveDraft(this.runtime, tx, state, principal.username, draft);
      // By the same lock: afterwards another device may have kept its own.
      return (await readDraft(this.runtime, tx, state.id, principal.username))!;
    });
    const coach = await this.coach.current();
    return { ...kept, wording: coach.findPhrases(draft.text) };
  }

  @Delete()
  @HttpCode(204)
  async drop(
    @Param('id') id: string,
    @ZodQuery(draftDropQuery) { expectedVersion }: DraftDropQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<void> {
    const { state } = await this.seen(id, principal);
    const { database } = this.runtime;
    await dropDraft(database, state.id, principal.username, expectedVersion);
  }

  private async seen(id: string, principal: Principal): Promise<StoredCase> {
    const { database } = this.runtime;
    return getCase(database, id, await accessOf(database, principal));
  }
}
