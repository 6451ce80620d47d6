import { Controller, Get, Inject, Param } from '@nestjs/common';
import type { CaseDepartmentsView } from '#contracts';
import { RUNTIME } from '#eventing';
import type { ServiceRuntime } from '#eventing';
import { CurrentPrincipal, Roles } from '#platform';
import type { Principal } from '#platform';
import { accessOf } from '../access/access-of.js';
import { CASE_PARTS } from '../cases/case-parts.js';
import type { CaseParts } from '../cases/case-parts.js';
import { getCase } from '../cases/case-queries.js';
import { caseStream } from '../cases/case-rows.js';
import { policyVersionsOf } from '../domain/case-clocks.js';
import { caseEventOf } from '../domain/case-event.js';
import { refusalLimit } from '../domain/departments/decide-departments.js';
import { pendingTransfer } from '../domain/departments/transfer-steps.js';
import { firstAsked } from '../domain/departments/first-asked.js';
import { minutesByUnit, unitLedger } from '../domain/departments/unit-ledger.js';

const iso = (instant: number) => new Date(instant).toISOString();

/** Who had a case for how long, and what its units have to decide. */
@Controller('api/v1/cases')
@Roles('agent', 'supervisor', 'manager', 'admin')
export class DepartmentsController {
  constructor(
    @Inject(RUNTIME) private readonly runtime: ServiceRuntime,
    @Inject(CASE_PARTS) private readonly parts: CaseParts,
  ) {}

  @Get(':id/departments')
  async departments(
    @Param('id') id: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<CaseDepartmentsView> {
    const { database, clock, events } = this.runtime;
    const { policies } = this.parts;
    const { state } = await getCase(database, id, await accessOf(database, principal));
    await policies.ensure(database, policyVersionsOf(state));
    const stored = await events.readStream(database, caseStream(state.id));
    const happened = stored.flatMap(({ type, data }) => caseEventOf(type, data as object) ?? []);
    const ledger = unitLedger(happened, clock.now());
    const asked = firstAsked(happened);
    const pending = pendingTransfer(state);
    return {
      unit: state.dimensions.unit ?? null,
      owner: state.owner ?? null,
      firstAsked: asked
        ? {
            agent: asked.agent,
            since: iso(asked.since),
            until: asked.until === undefined ? null : iso(asked.until),
            handedTo: asked.handedTo ?? null,
            how: asked.how ?? null,
          }
        : null,
      lifeMinutes: ledger.lifeMinutes,
      spans: ledger.spans.map(({ unit, owner, line, from, to, minutes }) => ({
        unit: unit ?? null,
        owner: owner ?? null,
        from: iso(from),
        to: to === undefined ? null : iso(to),
        minutes,
        ...(line !== undefined && { line }),
      })),
      units: minutesByUnit(ledger).map(({ unit, minutes }) => ({ unit: unit ?? null, minutes })),
      pending: pending
        ? {
            transferId: pending.transferId,
            from: pending.from ?? null,
            to: pending.to,
            since: iso(pending.at),
          }
        : null,
      refusals: state.departments?.refusals ?? 0,
      refusalLimit: refusalLimit(state, policies.book),
    };
  }
}
