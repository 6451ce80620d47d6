import { Readable } from 'node:stream';
import { Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import {
  code as codeSchema,
  definitionHistoryQuery,
  directoryKind,
  organisationBody,
  organisationImportBody,
} from '#contracts';
import type {
  DefinitionHistoryQuery,
  DefinitionHistoryView,
  OrganisationBody,
  OrganisationImportBody,
  OrganisationImportView,
} from '#contracts';
import { RUNTIME, type ServiceRuntime } from '#eventing';
import { CurrentPrincipal, parseOrProblem, Problem, Roles, ZodBody, ZodQuery } from '#platform';
import type { Principal } from '#platform';
import { readDefinitions } from '../domain/directory-bodies.js';
import type { DirectoryKind } from '../domain/filing-item.js';
import { actorOf, eventHeaders } from '../filing/read-filing.js';
import { countChanged, defineOrganisation } from './define-organisation.js';
import { readDefinitionHistory } from './definition-history.js';
import { listDirectory, type DirectoryEntry } from './directory.js';
import { takeOrganisation } from './import-organisation.js';
import { OrganisationFileError } from './read-organisation-csv.js';

/** An answer names so many problems at most: whoever mends these finds the rest. */
const mostProblems = 500;

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
    const outcomes = await database.transaction((tx) =>
      defineOrganisation(
        tx,
        events,
        readDefinitions(body),
        eventHeaders(actorOf(principal)),
        clock.now(),
      ),
    );
    return { changed: countChanged(outcomes) };
  }

  @Get(':kind/:code/history')
  @Roles('manager', 'admin')
  async history(
    @Param('kind') kind: string,
    @Param('code') code: string,
    @ZodQuery(definitionHistoryQuery) query: DefinitionHistoryQuery,
  ): Promise<DefinitionHistoryView> {
    const id = {
      kind: parseOrProblem(directoryKind, kind, 'kind'),
      code: parseOrProblem(codeSchema, code, 'code'),
    };
    return readDefinitionHistory(this.runtime.database, id, query);
  }

  @Post('imports')
  @HttpCode(200)
  @Roles('admin')
  async import(
    @ZodBody(organisationImportBody) { csv, dryRun }: OrganisationImportBody,
    @CurrentPrincipal() principal: Principal,
  ): Promise<OrganisationImportView> {
    const headers = eventHeaders(actorOf(principal));
    try {
      return await takeOrganisation(this.runtime, Readable.from([csv]), headers, { dryRun });
    } catch (error) {
      if (!(error instanceof OrganisationFileError)) throw error;
      throw new Problem('validation', { errors: error.problems.slice(0, mostProblems) });
    }
  }
}

function node({ code, name, parent, active }: DirectoryEntry) {
  return { code, name, parent: parent ?? undefined, active };
}

function agent({ code, unit, roles, active }: DirectoryEntry) {
  return { agentId: code, unit, roles, active };
}
