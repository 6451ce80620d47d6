import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import {
  chainsQuery,
  dryRunQuery,
  policyPublishQuery,
  policyRollback,
  whatIfQuery,
} from '#contracts';
import type {
  ChainChecksView,
  ChainsQuery,
  ChainsView,
  DryRunQuery,
  DryRunView,
  PolicyApplicationView,
  PolicyDiffView,
  PolicyFacts,
  PolicyPublishQuery,
  PolicyVersionView,
  WhatIfQuery,
  WhatIfView,
} from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { CurrentPrincipal, Problem, Roles, TakesText, ZodQuery } from '#platform';
import type { Principal } from '#platform';
import type { Policy } from '#sla';
import { accessOf } from '../access/access-of.js';
import { DutyStore } from '../duty/duty-store.js';
import { ChainChecks } from './chain-checks.js';
import { readStaff } from './chain-staff.js';
import { chainsOf } from './chains.js';
import { diffPolicies } from './diff-policies.js';
import { dryRun } from './dry-run.js';
import { PolicyApplier } from './policy-applier.js';
import { listApplications, requestApplication } from './policy-applications.js';
import { PolicyStore } from './policy-store.js';
import type { Publication } from './policy-store.js';
import { readBody } from './read-body.js';
import { whatIf } from './what-if.js';

/** Policies as data: which clocks a case gets. */
@Controller('api/v1/policies')
@Roles('supervisor', 'manager', 'admin')
export class PoliciesController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: ServiceRuntime,
    @Inject(PolicyStore) private readonly policies: PolicyStore,
    @Inject(DutyStore) private readonly duty: DutyStore,
    @Inject(PolicyApplier) private readonly applier: PolicyApplier,
    @Inject(ChainChecks) private readonly checks: ChainChecks,
  ) {}

  @Get()
  async list(): Promise<{
    items: Policy[];
    versions: PolicyFacts[];
    applications: PolicyApplicationView[];
  }> {
    const versions = await this.policies.listVersions();
    const applications = await listApplications(this.runtime.database);
    return { items: [this.policies.book.current], versions, applications };
  }

  @Put()
  @Roles('manager', 'admin')
  @TakesText()
  publish(
    @Body() body: unknown,
    @ZodQuery(policyPublishQuery) query: PolicyPublishQuery,
    @CurrentPrincipal() { username }: Principal,
  ): Promise<Policy> {
    return this.publishAs(username, query, readBody(body));
  }

  /** Publishes what was sent, or with `{fromVersion}` an older version again. */
  @Post()
  @Roles('manager', 'admin')
  @TakesText()
  async publishOrRollBack(
    @Body() body: unknown,
    @ZodQuery(policyPublishQuery) query: PolicyPublishQuery,
    @CurrentPrincipal() { username }: Principal,
  ): Promise<Policy> {
    const given = readBody(body);
    const rollback = policyRollback.safeParse(given.input);
    if (!rollback.success) return this.publishAs(username, query, given);
    const { fromVersion } = rollback.data;
    const input = await this.policies.getVersion(fromVersion);
    return this.publishAs(username, query, { input, lineOf: () => undefined, fromVersion });
  }

  /** Takes open cases over to the version in force; for those who published it without. */
  @Post(':version/apply')
  @HttpCode(202)
  @Roles('manager', 'admin')
  async apply(
    @Param('version') given: string,
    @CurrentPrincipal() { username }: Principal,
  ): Promise<PolicyApplicationView> {
    const { version } = await this.policies.getVersion(versionOf(given));
    await this.policies.refresh();
    const current = this.policies.book.current.version;
    if (version !== current) {
      const detail = `version ${current} is in force`;
      throw new Problem('stale-version', { detail, extra: { version: current } });
    }
    const { database, clock } = this.runtime;
    const asked = await requestApplication(database, version, username, clock.now());
    this.applier.wake();
    return asked;
  }

  /** Those who may publish policies also learn who it is. */
  @Post('chains')
  @HttpCode(200)
  @TakesText()
  async chains(
    @Body() body: unknown,
    @ZodQuery(chainsQuery) query: ChainsQuery,
    @CurrentPrincipal() { roles }: Principal,
  ): Promise<ChainsView> {
    const candidate = await this.policies.candidate(readBody(body));
    const { database, clock, config } = this.runtime;
    const startedAt = query.at === undefined ? clock.now() : Date.parse(query.at);
    const staff = await readStaff(database, config);
    const duty = await this.duty.view();
    // Others count them: who is on duty, away or kept from a case is not for everybody.
    const isNaming = roles.some((role) => role === 'manager' || role === 'admin');
    return chainsOf(candidate, startedAt, query, staff, duty, isNaming);
  }

  @Get('checks')
  listChecks(): Promise<ChainChecksView> {
    return this.checks.list();
  }

  /** For whoever has just closed a gap. */
  @Post('checks')
  @HttpCode(200)
  @Roles('manager', 'admin')
  async checkAgain(): Promise<ChainChecksView> {
    await this.checks.check({ isAskedFor: true });
    return this.checks.list();
  }

  @Post('dry-run')
  @HttpCode(200)
  @TakesText()
  async try(
    @Body() body: unknown,
    @ZodQuery(dryRunQuery) { limit }: DryRunQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<DryRunView> {
    const candidate = await this.policies.candidate(readBody(body));
    const access = await accessOf(this.runtime.database, principal);
    return dryRun(this.runtime, this.policies, candidate, limit, access);
  }

  @Post('what-if')
  @HttpCode(200)
  @TakesText()
  async replay(
    @Body() body: unknown,
    @ZodQuery(whatIfQuery) { limit }: WhatIfQuery,
    @CurrentPrincipal() principal: Principal,
  ): Promise<WhatIfView> {
    const candidate = await this.policies.candidate(readBody(body));
    const { database } = this.runtime;
    return whatIf(this.runtime, candidate, limit, await accessOf(database, principal));
  }

  @Get(':version')
  async get(@Param('version') given: string): Promise<PolicyVersionView> {
    const version = versionOf(given);
    const policy = await this.policies.getVersion(version);
    const facts = (await this.policies.listVersions()).find((one) => one.version === version)!;
    return { ...facts, isCurrent: version === this.policies.book.current.version, policy };
  }

  @Get(':version/diff/:other')
  async diff(
    @Param('version') given: string,
    @Param('other') other: string,
  ): Promise<PolicyDiffView> {
    const from = await this.policies.getVersion(versionOf(given));
    const to = await this.policies.getVersion(versionOf(other));
    return { from: from.version, to: to.version, changes: diffPolicies(from, to) };
  }

  private async publishAs(
    by: string,
    { expectedVersion, applyToOpenCases }: PolicyPublishQuery,
    publication: Pick<Publication, 'input' | 'lineOf' | 'fromVersion'>,
  ): Promise<Policy> {
    const appliesToOpenCases = applyToOpenCases === 'true';
    const policy = await this.policies.publish({
      ...publication,
      ...{ by, expectedVersion, appliesToOpenCases },
    });
    if (appliesToOpenCases) this.applier.wake();
    return policy;
  }
}

function versionOf(given: string): number {
  if (/^[1-9]\d{0,8}$/.test(given)) return Number(given);
  throw new Problem('not-found', { detail: `no policy version ${given}` });
}
