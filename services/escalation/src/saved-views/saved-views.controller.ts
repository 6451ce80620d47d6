import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { savedViewBody, sharingRoles } from '#contracts';
import type { SavedViewBody, SavedViewView } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { CurrentPrincipal, parseOrProblem, Problem, Roles } from '#platform';
import type { Principal } from '#platform';
import {
  addSavedView,
  dropSavedView,
  getSavedView,
  listSavedViews,
  replaceSavedView,
} from './saved-view-rows.js';

/** Lists of cases under names. A view holds filters, never cases: whoever opens one sees what they may. */
@Controller('api/v1/saved-views')
@Roles('agent', 'supervisor', 'manager', 'admin')
export class SavedViewsController {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  @Get()
  async list(@CurrentPrincipal() caller: Principal): Promise<{ items: SavedViewView[] }> {
    return { items: await listSavedViews(this.runtime.database, caller) };
  }

  @Get(':id')
  get(@Param('id') id: string, @CurrentPrincipal() caller: Principal): Promise<SavedViewView> {
    return getSavedView(this.runtime.database, id, caller);
  }

  @Post()
  add(@Body() body: unknown, @CurrentPrincipal() caller: Principal): Promise<SavedViewView> {
    const { database, clock } = this.runtime;
    return addSavedView(database, asked(body, caller), caller, clock.now());
  }

  @Put(':id')
  replace(
    @Param('id') id: string,
    @Body() body: unknown,
    @CurrentPrincipal() caller: Principal,
  ): Promise<SavedViewView> {
    const { database, clock } = this.runtime;
    return replaceSavedView(database, id, asked(body, caller), caller, clock.now());
  }

  @Delete(':id')
  @HttpCode(204)
  drop(@Param('id') id: string, @CurrentPrincipal() caller: Principal): Promise<void> {
    return dropSavedView(this.runtime.database, id, caller);
  }
}

/** @throws Problem `forbidden` where somebody shares who may not */
function asked(body: unknown, { roles }: Principal): SavedViewBody {
  const view = parseOrProblem(savedViewBody, body);
  if (view.sharedWith.length > 0 && !sharingRoles.some((role) => roles.includes(role))) {
    throw new Problem('forbidden', { extra: { requiredRoles: [...sharingRoles] } });
  }
  return view;
}
