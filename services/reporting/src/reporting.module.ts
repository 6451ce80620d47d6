import { Module, type DynamicModule } from '@nestjs/common';
import { RUNTIME, type ServiceRuntime } from '#eventing';
import { ProjectionsController } from './operations/projections.controller.js';
import { CaseFactsController } from './projections/case-facts.controller.js';
import { ChurnFactsController } from './projections/churn-facts.controller.js';
import { ClockFactsController } from './projections/clock-facts.controller.js';
import { HandlingFactsController } from './projections/handling-facts.controller.js';
import { OrderFactsController } from './projections/order-facts.controller.js';
import { RepeatFactsController } from './projections/repeat-facts.controller.js';
import { SatisfactionFactsController } from './projections/satisfaction-facts.controller.js';
import { TransferFactsController } from './projections/transfer-facts.controller.js';
import { OrganisationTrees } from './reports/organisation-trees.js';
import { ReportsController } from './reports/reports.controller.js';

/** The composition root of reporting. */
@Module({})
export class ReportingModule {
  static register(runtime: ServiceRuntime): DynamicModule {
    return {
      module: ReportingModule,
      controllers: [
        CaseFactsController,
        ClockFactsController,
        SatisfactionFactsController,
        ChurnFactsController,
        HandlingFactsController,
        OrderFactsController,
        TransferFactsController,
        RepeatFactsController,
        ReportsController,
        ProjectionsController,
      ],
      providers: [{ provide: RUNTIME, useValue: runtime }, OrganisationTrees],
    };
  }
}
