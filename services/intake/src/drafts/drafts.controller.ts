import { Controller, Delete, Get, HttpCode, Inject, Put } from '@nestjs/common';
import { intakeDraftBody, intakeDraftDropQuery } from '#contracts';
import type {
  IntakeDraftBody,
  IntakeDraftDropQuery,
  IntakeDraftKept,
  IntakeDraftView,
} from '#contracts';
import { RUNTIME, type ServiceRuntime } from '#eventing';
import { CurrentPrincipal, Roles, ZodBody, ZodQuery } from '#platform';
import type { Principal } from '#platform';
import { dropDraft, readDraft, saveDraft } from './draft-rows.js';

/** The complaint that somebody takes down and has not filed: one each, and nobody else reads it. */
@Controller('api/v1/intake-draft')
@Roles('agent', 'supervisor', 'admin')
export class DraftsController {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  @Get()
  get(@CurrentPrincipal() { sub }: Principal): Promise<IntakeDraftView> {
    return readDraft(this.runtime.database, this.runtime.keys, sub);
  }

  @Put()
  async save(
    @ZodBody(intakeDraftBody) draft: IntakeDraftBody,
    @CurrentPrincipal() { sub }: Principal,
  ): Promise<IntakeDraftKept> {
    const { database, keys, clock } = this.runtime;
    const now = clock.now();
    const version = await database.transaction((tx) => saveDraft(tx, keys, sub, draft, now));
    return { version, savedAt: new Date(now).toISOString() };
  }

  @Delete()
  @HttpCode(204)
  drop(
    @ZodQuery(intakeDraftDropQuery) { expectedVersion }: IntakeDraftDropQuery,
    @CurrentPrincipal() { sub }: Principal,
  ): Promise<void> {
    return dropDraft(this.runtime.database, sub, expectedVersion);
  }
}
