import { Controller, Delete, Get, HttpCode, Inject, Put } from '@nestjs/common';
import { intakeDraftBody, intakeDraftDropQuery } from '#contracts';
import type {
  IntakeDraftBody,
  IntakeDraftDropQuery,
  IntakeDraftKept,
  IntakeDraftView,
} from '#contracts';
import { RUNTIME, type ServiceRuntime } from '#eventing';
import { CurrentPrincipal, Problem, Roles, ZodBody, ZodQuery } from '#platform';
import type { Principal } from '#platform';
import { dropDraft, readDraft, saveDraft } from './draft-rows.js';

/** The complaint that somebody takes down and has not filed: one a person, and nobody else reads it. */
@Controller('api/v1/intake-draft')
@Roles('agent', 'supervisor', 'admin')
export class DraftsController {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  @Get()
  async get(@CurrentPrincipal() principal: Principal): Promise<IntakeDraftView> {
    return readDraft(this.runtime.database, this.runtime.keys, writerOf(principal));
  }

  @Put()
  async save(
    @ZodBody(intakeDraftBody) draft: IntakeDraftBody,
    @CurrentPrincipal() principal: Principal,
  ): Promise<IntakeDraftKept> {
    const { database, keys, clock } = this.runtime;
    const now = clock.now();
    const writer = writerOf(principal);
    const version = await database.transaction((tx) => saveDraft(tx, keys, writer, draft, now));
    return { version, savedAt: new Date(now).toISOString() };
  }

  @Delete()
  @HttpCode(204)
  async drop(
    @ZodQuery(intakeDraftDropQuery) { expectedVersion }: IntakeDraftDropQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<void> {
    return dropDraft(this.runtime.database, writerOf(principal), expectedVersion);
  }
}

/** What other systems file ends no draft, so theirs would come back. */
function writerOf({ kind, sub }: Principal): string {
  if (kind === 'user') return sub;
  throw new Problem('forbidden', { detail: 'an API key keeps no draft of a complaint' });
}
