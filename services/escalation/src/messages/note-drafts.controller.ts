import { Controller, Delete, Get, HttpCode, Inject, Param, Put } from '@nestjs/common';
import { draftDropQuery, noteDraftBody } from '#contracts';
import type { DraftDropQuery, NoteDraftBody, NoteDraftView } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { CurrentPrincipal, Problem, Roles, ZodBody, ZodQuery } from '#platform';
import type { Principal } from '#platform';
import { accessOf } from '../access/access-of.js';
import { getCase } from '../cases/case-queries.js';
import type { StoredCase } from '../cases/case-queries.js';
import { dropNoteDraft, readNoteDraft, saveNoteDraft } from './note-draft-rows.js';

/** What somebody writes to their colleagues and has not added to the case; nobody else reads it. */
@Controller('api/v1/cases/:id/note-draft')
@Roles('agent', 'supervisor', 'manager', 'admin')
export class NoteDraftsController {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  @Get()
  async get(
    @Param('id') id: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<NoteDraftView> {
    const { state } = await this.seen(id, principal);
    const draft = await readNoteDraft(
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
    @ZodBody(noteDraftBody) draft: NoteDraftBody,
    @CurrentPrincipal() principal: Principal,
  ): Promise<NoteDraftView> {
    const { state } = await this.seen(id, principal);
    return this.runtime.database.transaction(async (tx) => {
      await saveNoteDraft(this.runtime, tx, state, principal.username, draft);
      // By the same lock: afterwards another device may have kept its own.
      return (await readNoteDraft(this.runtime, tx, state.id, principal.username))!;
    });
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
    await dropNoteDraft(database, state.id, principal.username, expectedVersion);
  }

  private async seen(id: string, principal: Principal): Promise<StoredCase> {
    const { database } = this.runtime;
    return getCase(database, id, await accessOf(database, principal));
  }
}
