import { topics } from '#contracts';
import { consumerMigrations, eventStoreMigrations } from '#eventing';
import type { ServiceDefinition, ServiceRuntime } from '#eventing';
import { caseBatchScopes } from './cases/case-batch.js';
import { createCaseParts } from './cases/case-parts.js';
import type { CaseParts } from './cases/case-parts.js';
import { EscalationModule } from './escalation.module.js';
import { escalationMigrations } from './migrations.js';

// The module and the batches share one set.
const known = new WeakMap<ServiceRuntime, CaseParts>();
function partsOf(runtime: ServiceRuntime): CaseParts {
  let parts = known.get(runtime);
  if (!parts) known.set(runtime, (parts = createCaseParts(runtime)));
  return parts;
}

/** Escalation owns the cases and their clocks; it writes the topics cases and sla. */
export const escalationService: ServiceDefinition = {
  name: 'escalation',
  migrations: [...eventStoreMigrations(), ...consumerMigrations(), ...escalationMigrations],
  subscribes: [
    topics.complaints,
    topics.callbacks,
    topics.surveys,
    topics.organisation,
    topics.satisfaction,
    topics.churn,
  ],
  writesEvents: true,
  workKind: 'cases',
  module: (runtime) => EscalationModule.register(runtime, partsOf(runtime)),
  scopes: (runtime) => caseBatchScopes(partsOf(runtime)),
};
