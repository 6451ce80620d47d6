import { Module, type DynamicModule } from '@nestjs/common';
import { RUNTIME, type ServiceRuntime } from '#eventing';
import { AlertsController } from './alerts/alerts.controller.js';
import { CaseEventsController } from './cases/case-events.controller.js';
import { CasesController } from './cases/cases.controller.js';
import { PoliciesController } from './policies/policies.controller.js';
import { PolicyStore } from './policies/policy-store.js';
import { StreamsController } from './streams/streams.controller.js';
import { TimerService } from './timers/timer-service.js';

/** The composition root of escalation. */
@Module({})
export class EscalationModule {
  static register(runtime: ServiceRuntime, policies: PolicyStore): DynamicModule {
    return {
      module: EscalationModule,
      controllers: [
        CaseEventsController,
        CasesController,
        AlertsController,
        PoliciesController,
        StreamsController,
      ],
      providers: [
        { provide: RUNTIME, useValue: runtime },
        { provide: PolicyStore, useValue: policies },
        TimerService,
      ],
    };
  }
}
