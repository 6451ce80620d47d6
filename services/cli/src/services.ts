import type { ServiceDefinition } from '#eventing';
import { escalationService } from '../../escalation/src/escalation.service.js';
import { gatewayService } from '../../gateway/src/gateway.service.js';
import { intakeService } from '../../intake/src/intake.service.js';
import { reportingService } from '../../reporting/src/reporting.service.js';
import { signalsService } from '../../signals/src/signals.service.js';

/** Every service of the product, the edge first. */
export const services: readonly ServiceDefinition[] = [
  gatewayService,
  intakeService,
  escalationService,
  signalsService,
  reportingService,
];
