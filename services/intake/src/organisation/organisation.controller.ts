import { Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { organisationBody } from '#contracts';
import type { OrganisationBody } from '#contracts';
import { RUNTIME, type ServiceRuntime } from '#eventing';
import { CurrentPrincipal, Roles, ZodBody, type Principal } from '#platform';
import { readDefinitions } from '../domain/directory-bodies.js';
import type { DirectoryKind } from '../domain/filing-item.js';
import { actorOf, eventHeaders } from '../filing/read-filing.js';
import { defineOrganisation } from './define-organisation.js';
import { listDirectory, type DirectoryEntry } from './directory.js';

/** `/api/v1/organisation`: the unit, category and product trees, and the agents. */
@Controller('api/v1/organisation')
export class OrganisationController {
  constructor(@Inject(RUNTIME) private readonly runtime: ServiceRuntime) {}

  @Get()
  async list() {
    const entries = await listDirectory(this.runtime.database);
    const nodes = (kind: DirectoryKind) => entries.filter((entry) => entry.kind === kind).map(node);
    return {
      units: nodes('unit'),
      agents: entries.filter((entry) => entry.kind === 'agent').map(agent),
      categories: nodes('category'),
      products: nodes('product'),
    };
  }

  @Post()
  @HttpCode(200)
  @Roles('admin')
  async define(
    @ZodBody(organisationBody) body: OrganisationBody,
    @CurrentPrincipal() principal: Principal,
  ): Promise<{ changed: number }> {
    const { database, events, clock } = this.runtime;
    const changed = await database.transaction((tx) =>
      defineOrganisation(
        tx,
        events,
        readDefinitions(body),
        eventHeaders(actorOf(principal)),
        clock.now(),
      ),
    );
    return { changed };
  }
}

function node({ code, name, parent, active }: DirectoryEntry) {
  return { code, name, parent: parent ?? undefined, active };
}

function agent({ code, unit, roles, active }: DirectoryEntry) {
  return { agentId: code, unit, roles, active };
}
